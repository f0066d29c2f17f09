package io.enforcement.gateway.standards.edition;

import io.enforcement.gateway.standards.codes.CodeTable;
import io.enforcement.gateway.standards.dictionary.Dictionary;
import io.enforcement.gateway.standards.dictionary.RecordType;
import io.enforcement.gateway.standards.format.ResourceFolder;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The current edition of the standard as files. Made once, on first use; immutable; any thread.
 *
 * <pre>
 * index.html, zh/, en/    field dictionary, code tables and rule catalogue to read
 * fields.csv, rules.csv, sources.csv
 * xsd/, json-schema/      what a record looks like
 * samples/&lt;record&gt;/       good records
 * codes/                  code tables
 * manifest.csv            every other file with its size and SHA-256
 * </pre>
 */
public final class Edition {

  /** Its name in paths. It stays a draft until the provincial database is built on it. */
  public static final String NAME = "v1-draft";

  private static final String SCHEMAS = "standards/v1";
  private static final String CODES = CodeTable.class.getPackageName().replace('.', '/');

  private static final class Once {
    private static final Edition CURRENT = new Edition();
  }

  private final Map<String, EditionFile> files = new TreeMap<>();

  private Edition() {
    Dictionary dictionary = Dictionary.v1();
    resources();
    for (RecordType record : dictionary.records()) {
      add("json-schema/" + record.name() + ".json", JsonSchema.of(dictionary, record));
    }
    add("fields.csv", FieldTable.csv(dictionary));
    add("rules.csv", RuleTable.csv());
    new Pages(dictionary, Collections.unmodifiableMap(files), Words.ZH).all().forEach(this::add);
    new Pages(dictionary, Collections.unmodifiableMap(files), Words.EN).all().forEach(this::add);
    add("index.html", Pages.door(dictionary));
    add("manifest.csv", manifest());
  }

  /** The edition that this software speaks. */
  public static Edition current() {
    return Once.CURRENT;
  }

  /** All files in the order of their paths. */
  public Collection<EditionFile> files() {
    return Collections.unmodifiableCollection(files.values());
  }

  /** The file of this path. */
  public Optional<EditionFile> file(String path) {
    return Optional.ofNullable(files.get(path));
  }

  private void resources() {
    copy(SCHEMAS + "/samples", "samples");
    copy(CODES, "codes");
    for (String name : names(SCHEMAS)) {
      String file = name.substring(SCHEMAS.length() + 1);
      if (file.endsWith(".xsd")) {
        add("xsd/" + file, read(name));
      } else if (file.equals("sources.csv") || file.equals("style.css")) {
        add(file, read(name));
      }
    }
  }

  private void copy(String folder, String to) {
    for (String name : names(folder)) {
      if (!name.endsWith(".class")) {
        add(to + name.substring(folder.length()), read(name));
      }
    }
  }

  private void add(String path, byte[] bytes) {
    files.put(path, EditionFile.of(path, bytes));
  }

  private void add(String path, String text) {
    files.put(path, EditionFile.of(path, text));
  }

  private String manifest() {
    return files.values().stream()
        .map(f -> Csv.line(f.path(), Integer.toString(f.bytes().length), f.sha256()))
        .collect(Collectors.joining("", Csv.line("path", "bytes", "sha256"), ""));
  }

  private static Collection<String> names(String folder) {
    try {
      return ResourceFolder.names(Edition.class.getClassLoader(), folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] read(String name) {
    try (InputStream in = Edition.class.getClassLoader().getResourceAsStream(name)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
