package io.enforcement.gateway.routes.pack.scaffold;

import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Messages of one row as the partner of a pack that is begun would send them.
 *
 * @param namespace of XML; empty for none
 */
record RowText(NewExchange exchange, FlatRecord flat, String namespace) {

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  /** A good message. */
  String whole() {
    return with("");
  }

  /** One whose first value, which the standard asks for, is missing. */
  String withoutOne() {
    String missing = flat.leaves().get(0).name();
    return with(missing);
  }

  private String with(String missing) {
    return exchange.isTable()
        ? table(header(), missing)
        : exchange.isXml() ? xml(missing) : json(missing);
  }

  /** One that is refused as a whole: cut off, or a table with another header. */
  String unreadable() {
    List<String> header = header();
    return exchange.isTable()
        ? table(header.subList(0, header.size() - 1), "")
        : with("").substring(0, 20) + "\n";
  }

  private List<String> header() {
    return flat.leaves().stream().map(Leaf::name).toList();
  }

  private String table(List<String> header, String missing) {
    return String.join(",", header)
        + "\n"
        + flat.leaves().stream()
            .map(leaf -> leaf.name().equals(missing) ? "" : CodeMap.quoted(leaf.partnerText()))
            .collect(Collectors.joining(","))
        + "\n";
  }

  private String xml(String missing) {
    StringBuilder xml = new StringBuilder("<").append(exchange.element());
    if (!namespace.isEmpty()) {
      xml.append(" xmlns=\"").append(namespace).append('"');
    }
    xml.append(">\n");
    flat.leaves().stream()
        .filter(leaf -> !leaf.name().equals(missing))
        .forEach(
            leaf ->
                xml.append(
                    "  <%1$s>%2$s</%1$s>\n".formatted(leaf.name(), text(leaf.partnerText()))));
    return xml.append("</").append(exchange.element()).append(">\n").toString();
  }

  private static String text(String value) {
    return value.replace("&", "&amp;").replace("<", "&lt;");
  }

  private String json(String missing) {
    ObjectNode row = JSON.createObjectNode();
    flat.leaves().stream()
        .filter(leaf -> !leaf.name().equals(missing))
        .forEach(leaf -> row.put(leaf.name(), leaf.partnerText()));
    ObjectNode message = row;
    if (exchange.ofDatabase()) {
      message = JSON.createObjectNode().put("table", exchange.name().replace('-', '_'));
      message.set("row", row);
    }
    return JSON.writeValueAsString(message).replace("\r\n", "\n") + "\n";
  }
}
