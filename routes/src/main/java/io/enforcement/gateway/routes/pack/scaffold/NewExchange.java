package io.enforcement.gateway.routes.pack.scaffold;

import io.enforcement.gateway.connectors.ConnectorFactory;
import io.enforcement.gateway.standards.dictionary.Dictionary;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * One exchange of a pack that is begun.
 *
 * @param sends whether the partner sends it, rather than receives it
 * @param name for example {@code penalty-decision}
 * @param record record of the standard
 * @param via the transport's word
 * @param format json, csv or xml
 */
public record NewExchange(boolean sends, String name, String record, String via, String format) {

  private static final Set<String> FORMATS = Set.of("json", "csv", "xml");

  /**
   * An exchange from one word, {@code EXCHANGE:RECORD:VIA:FORMAT}.
   *
   * @throws IllegalArgumentException saying which part is wrong and what is known
   */
  public static NewExchange of(boolean sends, String text) {
    String[] parts = text.split(":", -1);
    if (parts.length != 4) {
      throw new IllegalArgumentException(text + ": EXCHANGE:RECORD:VIA:FORMAT");
    }
    NewExchange exchange = new NewExchange(sends, parts[0], parts[1], parts[2], parts[3]);
    if (!exchange.name.matches("[a-z][a-z0-9-]{0,62}")) {
      throw new IllegalArgumentException(text + ": EXCHANGE is [a-z][a-z0-9-]*");
    }
    Dictionary.v1()
        .record(exchange.record)
        .filter(record -> !sends || !record.key().isEmpty())
        .orElseThrow(() -> new IllegalArgumentException(text + ": no record " + exchange.record));
    List<String> vias = vias(sends);
    if (!vias.contains(exchange.via)) {
      throw new IllegalArgumentException(text + ": VIA is one of " + String.join(", ", vias));
    }
    if (!FORMATS.contains(exchange.format)
        || exchange.ofDatabase() && !exchange.format.equals("json")
        || exchange.ofSoap() && !exchange.isXml()) {
      throw new IllegalArgumentException(
          text + ": FORMAT is json, csv or xml, of frontdb json, of soap xml");
    }
    return exchange;
  }

  private static List<String> vias(boolean sends) {
    List<String> vias =
        new ArrayList<>(sends ? ConnectorFactory.SOURCES : ConnectorFactory.CONNECTORS);
    vias.addAll(sends ? List.of("rest", "soap", "amqp") : List.of("amqp", "outbox"));
    return vias;
  }

  boolean isTable() {
    return format.equals("csv");
  }

  boolean isXml() {
    return format.equals("xml");
  }

  boolean ofSoap() {
    return via.equals("soap");
  }

  /** The element that is one record; over SOAP the operation. */
  String element() {
    StringBuilder element = new StringBuilder();
    for (String word : name.split("-")) {
      element.append(
          element.isEmpty() || word.isEmpty()
              ? word
              : Character.toUpperCase(word.charAt(0)) + word.substring(1));
    }
    return element.toString();
  }

  /** Whether a file lists what stands in a message, in its order. */
  boolean isOrdered() {
    return isTable() || isXml() && !sends;
  }

  boolean ofDatabase() {
    return via.equals("frontdb");
  }

  /** Files lie in folders. */
  boolean ofFiles() {
    return via.equals("sftp") || via.equals("filedrop");
  }

  String mediaType() {
    return switch (format) {
      case "csv" -> "text/csv";
      case "xml" -> ofSoap() ? "text/xml" : "application/xml";
      default -> "application/json";
    };
  }

  /** The mapping file; one that goes both ways has two. */
  String mapping() {
    return name + (sends ? "" : "-out") + ".jslt";
  }

  /** The file that lists the columns. */
  String columns() {
    return name + (sends ? "" : "-out") + ".columns.csv";
  }
}
