package io.enforcement.gateway.mappings.declarative;

import io.enforcement.gateway.mappings.file.BatchFile;
import io.enforcement.gateway.mappings.file.ContentDigest;
import io.enforcement.gateway.mappings.file.CsvFile;
import io.enforcement.gateway.mappings.file.TableFile;
import io.enforcement.gateway.mappings.file.XlsxFile;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * The {@code format} block of a {@code partner.yaml}, for messages in and out.
 *
 * <ul>
 *   <li>{@code type}: json, csv, xlsx, xml or zip
 *   <li>{@code header} (csv, xlsx; xml out): name of a file of the folder whose first column lists
 *       the columns, or elements, in their order; other headings of a column stand after it, parted
 *       by a vertical bar. Several files parted by blanks are one list.
 *   <li>{@code charset} (csv, xml; also a manifest in CSV): default UTF-8
 *   <li>{@code delimiter} (csv): default comma
 *   <li>{@code date} (xlsx): pattern in which days are read, default {@code yyyy-MM-dd}
 *   <li>{@code records} (json in): where the records stand in an envelope, names parted by dots,
 *       for example {@code data.list}; absent: the document is a record, or an array of them
 *   <li>{@code element} (xml): name of the element that is one record; out, of the root
 *   <li>{@code namespace} (xml out): of all elements; absent: none
 *   <li>{@code entries} (zip): forms of the data files, several parted by blanks, for example
 *       {@code csv xlsx}; out, one. Their settings stand beside it.
 *   <li>{@code manifest} (zip): json (default) or csv
 *   <li>{@code digest} (zip out): sha256 (default) or sm3
 * </ul>
 */
public final class FileForm {

  /** The forms. */
  public static final List<String> TYPES = List.of("json", "csv", "xlsx", "xml", "zip");

  /** The settings that a form may have. */
  public static final List<String> KEYS =
      List.of(
          "type",
          "header",
          "charset",
          "delimiter",
          "date",
          "element",
          "records",
          "namespace",
          "entries",
          "manifest",
          "digest");

  private final Map<String, String> format;
  private final Function<String, String> resource;

  /**
   * @param resource a file of the partner's folder by its name, or null when there is none
   * @throws IllegalArgumentException when a setting is unknown
   */
  FileForm(Map<String, String> format, Function<String, String> resource) {
    for (String key : format.keySet()) {
      if (!KEYS.contains(key)) {
        throw new IllegalArgumentException("format has an unknown setting: " + key);
      }
    }
    this.format = format;
    this.resource = resource;
  }

  /**
   * The settings that a form cannot do without, besides its type.
   *
   * @param written whether it is for messages out
   */
  public static List<String> needed(String type, boolean written) {
    return switch (type) {
      case "csv", "xlsx" -> List.of("header");
      case "xml" -> written ? List.of("element", "header") : List.of("element");
      case "zip" -> List.of("entries");
      default -> List.of();
    };
  }

  /**
   * @throws IllegalArgumentException when the settings do not name a form
   * @throws IllegalStateException when a named file is missing
   */
  Rows rows() {
    return type().equals("zip") ? new BatchRows(batch(), entryRows()) : rows(type());
  }

  private Rows rows(String type) {
    return switch (type) {
      case "json" -> new JsonRows(steps(format.get("records")));
      case "csv", "xlsx" -> new TableRows(table(type));
      case "xml" -> new XmlRows(needed("element", type), charset());
      default -> throw unknown();
    };
  }

  private static List<String> steps(String path) {
    return path == null ? List.of() : Arrays.asList(path.split("\\."));
  }

  private Map<String, Rows> entryRows() {
    Map<String, Rows> forms = new TreeMap<>();
    entries().forEach(type -> forms.put(type, rows(type)));
    return forms;
  }

  /**
   * @throws IllegalArgumentException when the settings do not name a form that can be written
   * @throws IllegalStateException when a named file is missing
   */
  RowWriter writer() {
    if (!type().equals("zip")) {
      return writer(type());
    }
    if (entries().size() != 1) {
      throw new IllegalArgumentException("format: one form of entries can be written");
    }
    String digest = format.getOrDefault("digest", "sha256");
    return new BatchWriter(
        batch(),
        ContentDigest.named(digest)
            .orElseThrow(() -> new IllegalArgumentException("format: digest is sha256 or sm3")),
        entries().get(0),
        writer(entries().get(0)));
  }

  private RowWriter writer(String type) {
    return switch (type) {
      case "json" -> (answer, context) -> Trees.write(answer);
      case "csv", "xlsx" -> new TableWriter(table(type));
      case "xml" ->
          new XmlWriter(
              needed("element", type),
              header(type),
              format.getOrDefault("namespace", ""),
              charset());
      default -> throw unknown();
    };
  }

  /** The table of a form that is one. */
  TableFile table() {
    return table(type());
  }

  private TableFile table(String type) {
    List<String> header = header(type);
    if (type.equals("xlsx")) {
      return new XlsxFile(header, format.getOrDefault("date", "yyyy-MM-dd"));
    }
    String delimiter = format.getOrDefault("delimiter", ",");
    if (delimiter.length() != 1) {
      throw new IllegalArgumentException("format: delimiter is one character");
    }
    return new CsvFile(charset(), delimiter.charAt(0), header);
  }

  private BatchFile batch() {
    return new BatchFile(format.getOrDefault("manifest", "json"), charset());
  }

  private List<String> entries() {
    return Arrays.asList(needed("entries", "zip").strip().split("\\s+"));
  }

  private Charset charset() {
    return Charset.forName(format.getOrDefault("charset", "UTF-8"));
  }

  private String type() {
    return String.valueOf(format.get("type"));
  }

  private String needed(String key, String type) {
    String value = format.get(key);
    if (value == null) {
      throw new IllegalArgumentException("format: " + type + " needs the setting " + key);
    }
    return value;
  }

  private static IllegalArgumentException unknown() {
    return new IllegalArgumentException("format needs one of the types " + TYPES);
  }

  /** The first column below the header line of each table. */
  private List<String> header(String type) {
    return Arrays.stream(needed("header", type).strip().split("\\s+"))
        .flatMap(file -> Mapping.file(resource, file).lines().skip(1))
        .map(line -> line.split(",", 2)[0].strip())
        .filter(name -> !name.isEmpty())
        .toList();
  }
}
