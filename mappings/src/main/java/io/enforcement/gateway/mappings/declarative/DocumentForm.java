package io.enforcement.gateway.mappings.declarative;

import io.enforcement.gateway.mappings.file.TableFile;
import java.nio.charset.Charset;
import java.util.Map;
import java.util.function.Function;

/**
 * A form of document whose single values can be named and changed, one at a time, for a {@link
 * TranslationReport}. Stateless; any thread.
 */
public interface DocumentForm {

  /**
   * Its single values by their path, in the order of the document; an absent value is not among
   * them.
   *
   * @throws io.enforcement.gateway.standards.validation.Rejected when it is no such document
   */
  Map<String, String> values(byte[] document);

  /** The document with another value at this path, or without it when the value is null. */
  byte[] with(byte[] document, String path, String value);

  /** Paths like {@code parties[0].name}. */
  static DocumentForm json() {
    return new JsonDocument();
  }

  /** Paths like {@code Party[1]/Name} and {@code Party/@no}, below the root. */
  static DocumentForm xml(Charset charset) {
    return new XmlDocument(charset);
  }

  /** Paths are columns, with the row before them when there are several: {@code 2!案号}. */
  static DocumentForm table(TableFile table) {
    return new TableDocument(table);
  }

  /**
   * The form of a {@code format} block of a {@code partner.yaml}; without one it is JSON.
   *
   * @throws IllegalArgumentException for a form whose values have no names, as an archive
   */
  static DocumentForm of(Map<String, String> format, Function<String, String> resource) {
    return switch (format.getOrDefault("type", "json")) {
      case "json" -> json();
      case "xml" -> xml(Charset.forName(format.getOrDefault("charset", "UTF-8")));
      case "csv", "xlsx" -> table(new FileForm(format, resource).table());
      default -> throw new IllegalArgumentException("a report needs json, xml, csv or xlsx");
    };
  }
}
