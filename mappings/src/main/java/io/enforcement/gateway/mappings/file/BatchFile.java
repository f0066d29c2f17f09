package io.enforcement.gateway.mappings.file;

import io.enforcement.gateway.mappings.file.Archive.Packed;
import io.enforcement.gateway.standards.validation.Finding;
import io.enforcement.gateway.standards.validation.Rejected;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.Character.UnicodeScript;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Data files and their manifest in one zip, whole or not at all: every file that the manifest names
 * is there, none that it does not name, each with the bytes that it vouches for. Immutable; any
 * thread.
 */
public final class BatchFile {

  private static final int LONGEST_NAME = 100;

  private final Manifest.Form form;
  private final Charset charset;

  /**
   * One data file of a batch.
   *
   * @param type its form, as the manifest says: csv, xlsx, json, xml, or the media type of a file
   *     that travels with the data
   * @param count of its records, as the manifest says
   * @param digest as the manifest says it; null for a file that is still to be written
   */
  public record DataFile(String name, String type, int count, byte[] content, String digest) {

    /** A file to be written. */
    public static DataFile of(String name, String type, int count, byte[] content) {
      return new DataFile(name, type, count, content, null);
    }

    Manifest.Line line(ContentDigest with) {
      return new Manifest.Line(name, type, count, (long) content.length, with.of(content));
    }
  }

  /**
   * @param manifest {@code json} or {@code csv}
   * @param charset of a manifest in CSV
   * @throws IllegalArgumentException when the manifest has another form
   */
  public BatchFile(String manifest, Charset charset) {
    this.form =
        switch (manifest) {
          case "json" -> Manifest.Form.JSON;
          case "csv" -> Manifest.Form.CSV;
          default -> throw new IllegalArgumentException("a manifest is json or csv");
        };
    this.charset = charset;
  }

  /**
   * A file of a batch, still packed.
   *
   * @param line what the manifest says of it, and it holds
   */
  record Member(Manifest.Line line, Packed file) {

    DataFile unpacked() {
      return new DataFile(line.name(), line.type(), line.count(), file.content(), line.digest());
    }
  }

  /**
   * The data files in the manifest's order.
   *
   * @throws Rejected rules {@code zip.*} and {@code batch.*}, with all that does not fit
   */
  public List<DataFile> read(byte[] zip) {
    return open(zip).stream().map(Member::unpacked).toList();
  }

  /**
   * The same, where not everything is to be in memory at once.
   *
   * @throws Rejected rules {@code zip.*} and {@code batch.*}, with all that does not fit
   */
  List<Member> open(byte[] zip) {
    Map<String, Packed> entries = Archive.open(zip);
    if (!entries.keySet().stream().allMatch(BatchFile::allowed)) {
      throw new Rejected(Finding.of("zip.name", "", "a path or another character"));
    }
    Packed manifest = entries.remove(form.entry());
    if (manifest == null) {
      throw new Rejected(Finding.of("batch.no-manifest", "", "absent", form.entry()));
    }
    return matched(Manifest.read(manifest.content(), form, charset), entries);
  }

  private static List<Member> matched(Manifest manifest, Map<String, Packed> entries) {
    List<Finding> findings = new ArrayList<>();
    List<Member> files = new ArrayList<>();
    Set<String> named = new HashSet<>();
    for (Manifest.Line line : manifest.files()) {
      // A name that is shown must be one that we allow.
      String shown = allowed(line.name()) ? line.name() : "";
      Packed file = entries.get(line.name());
      if (!named.add(line.name())) {
        findings.add(Finding.of("batch.manifest", shown, "named twice"));
      } else if (file == null) {
        findings.add(Finding.of("batch.missing", shown, "absent"));
      } else {
        check(line, file, findings);
        files.add(new Member(line, file));
      }
    }
    entries.keySet().stream()
        .filter(name -> !named.contains(name))
        .forEach(name -> findings.add(Finding.of("batch.unnamed", name, "not in the manifest")));
    if (!findings.isEmpty()) {
      throw new Rejected(findings);
    }
    return files;
  }

  private static void check(Manifest.Line line, Packed file, List<Finding> findings) {
    if (line.bytes() != file.size()) {
      findings.add(Finding.of("batch.bytes", line.name(), "another length"));
    }
    vouches(line.digest(), file)
        .ifPresentOrElse(
            same -> {
              if (!same) {
                findings.add(Finding.of("batch.digest", line.name(), "another digest"));
              }
            },
            () -> findings.add(Finding.of("batch.digest", line.name(), "another algorithm")));
  }

  private static Optional<Boolean> vouches(String digest, Packed file) {
    try (InputStream bytes = file.open()) {
      return ContentDigest.vouches(digest, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException("what was read before", e);
    }
  }

  /**
   * The files in their order with the manifest before them. Same files, same bytes.
   *
   * @throws IllegalArgumentException when a name cannot be one of a batch
   */
  public byte[] write(List<DataFile> files, ContentDigest digest) {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    List<Manifest.Line> lines = new ArrayList<>();
    for (DataFile file : files) {
      if (!allowed(file.name()) || entries.put(file.name(), file.content()) != null) {
        throw new IllegalArgumentException("no name for a file of a batch");
      }
      lines.add(file.line(digest));
    }
    Map<String, byte[]> zip = new LinkedHashMap<>();
    zip.put(manifestName(), manifest(lines));
    zip.putAll(entries);
    return Archive.write(zip);
  }

  String manifestName() {
    return form.entry();
  }

  byte[] manifest(List<Manifest.Line> lines) {
    return new Manifest(lines).write(form, charset);
  }

  private static boolean allowed(String name) {
    return !name.isEmpty()
        && name.length() <= LONGEST_NAME
        && name.charAt(0) != '.'
        && name.codePoints().allMatch(BatchFile::allowed);
  }

  private static boolean allowed(int c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || c == '.'
        || c == '_'
        || c == '-'
        || (Character.isLetter(c) && UnicodeScript.of(c) == UnicodeScript.HAN);
  }
}
