package io.enforcement.gateway.standards.validation;

import io.enforcement.gateway.standards.format.CsvTable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Finds {@code rules/*.csv} in every folder and jar of the class path, so that a module brings the
 * texts of its own rules without a list to edit.
 */
final class RuleCatalogue {

  private static final String FOLDER = "rules";
  private static final String[] HEADER = {
    "rule", "title_zh", "expected_zh", "fix_zh", "title_en", "expected_en", "fix_en"
  };

  /** Rule id to its six texts, in the order of the header. */
  static final Map<String, List<String>> TEXTS = load(RuleCatalogue.class.getClassLoader());

  private RuleCatalogue() {}

  static Map<String, List<String>> load(ClassLoader loader) {
    Map<String, List<String>> texts = new TreeMap<>();
    try {
      for (String name : names(loader)) {
        for (URL csv : Collections.list(loader.getResources(name))) {
          try (InputStream in = csv.openStream()) {
            CsvTable.rows(in, HEADER).forEach(r -> add(texts, r));
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Collections.unmodifiableMap(texts);
  }

  private static void add(Map<String, List<String>> texts, List<String> row) {
    if (texts.put(row.get(0), row.subList(1, row.size())) != null) {
      throw new IllegalStateException("rule " + row.get(0) + " has its texts twice");
    }
  }

  private static Set<String> names(ClassLoader loader) throws IOException {
    // The standard's own file is always there, even where a class path cannot list its folders.
    Set<String> names = new TreeSet<>(Set.of(FOLDER + "/standards.csv"));
    for (URL folder : Collections.list(loader.getResources(FOLDER))) {
      if (folder.openConnection() instanceof JarURLConnection jar) {
        jar.getJarFile().stream()
            .map(e -> e.getName())
            .filter(RuleCatalogue::ours)
            .forEach(names::add);
      } else if (folder.getProtocol().equals("file")) {
        names.addAll(files(folder));
      }
    }
    return names;
  }

  private static Set<String> files(URL folder) throws IOException {
    Set<String> names = new TreeSet<>();
    try (Stream<Path> files = Files.list(Path.of(folder.toURI()))) {
      files
          .map(f -> FOLDER + "/" + f.getFileName())
          .filter(RuleCatalogue::ours)
          .forEach(names::add);
    } catch (URISyntaxException e) {
      throw new IOException("the class path has a folder that is no URI", e);
    }
    return names;
  }

  private static boolean ours(String name) {
    return name.matches(FOLDER + "/[a-z0-9-]+\\.csv");
  }
}
