package io.enforcement.gateway.mappings.declarative;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * The {@code format} block of a {@code partner.yaml}: {@code type} csv or json; for csv also {@code
 * charset} (default UTF-8), {@code delimiter} (default comma) and {@code header}, the name of a
 * file of the folder whose first column lists the columns in their order.
 */
final class FileForm {

  private static final Set<String> KEYS = Set.of("type", "charset", "delimiter", "header");

  private FileForm() {}

  static Rows of(Map<String, String> format, Function<String, String> resource) {
    for (String key : format.keySet()) {
      if (!KEYS.contains(key)) {
        throw new IllegalArgumentException("format has an unknown setting: " + key);
      }
    }
    return switch (String.valueOf(format.get("type"))) {
      case "json" -> new JsonRows();
      case "csv" -> csv(format, resource);
      default -> throw new IllegalArgumentException("format needs the type csv or json");
    };
  }

  private static Rows csv(Map<String, String> format, Function<String, String> resource) {
    String delimiter = format.getOrDefault("delimiter", ",");
    String headerFile = format.get("header");
    if (delimiter.length() != 1 || headerFile == null) {
      throw new IllegalArgumentException(
          "csv needs a header file and a delimiter of one character");
    }
    Charset charset =
        format.containsKey("charset")
            ? Charset.forName(format.get("charset"))
            : StandardCharsets.UTF_8;
    return new CsvRows(charset, delimiter.charAt(0), header(Mapping.file(resource, headerFile)));
  }

  /** The first column below the table's own header line. */
  private static List<String> header(String table) {
    return table
        .lines()
        .skip(1)
        .map(line -> line.split(",", 2)[0].strip())
        .filter(name -> !name.isEmpty())
        .toList();
  }
}
