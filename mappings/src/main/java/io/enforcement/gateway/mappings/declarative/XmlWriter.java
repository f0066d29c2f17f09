package io.enforcement.gateway.mappings.declarative;

import com.fasterxml.jackson.databind.JsonNode;
import io.enforcement.gateway.mappings.Context;
import io.enforcement.gateway.mappings.xml.XmlOutput;
import io.enforcement.gateway.standards.validation.Finding;
import io.enforcement.gateway.standards.validation.Rejected;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * XML as {@link XmlRows} reads it: a field is an element, an array as many of them, {@code @name}
 * an attribute, {@code #text} the text beside it; what is absent or null is left out. Siblings
 * stand in the agreed order, whatever order the mapping has. All elements are in one namespace or
 * in none; no indentation.
 */
final class XmlWriter implements RowWriter {

  /** Those that can hold every character. */
  private static final Set<String> CHARSETS = Set.of("UTF-8", "GB18030");

  private static final String TEXT = "#text";
  private static final Pattern NAME = Pattern.compile("@?[\\p{L}_][\\p{L}\\p{N}_.-]*");

  private final String root;
  private final Map<String, Integer> places;
  private final String namespace;
  private final Charset charset;

  /**
   * @param order names of all elements and attributes below the root, in their order
   * @param namespace of all elements; empty for none
   * @param charset UTF-8 or GB18030
   * @throws IllegalArgumentException for another charset, and when one is no name of an element
   */
  XmlWriter(String root, List<String> order, String namespace, Charset charset) {
    if (!CHARSETS.contains(charset.name())) {
      throw new IllegalArgumentException("format: xml is written in UTF-8 or GB18030");
    }
    this.root = named(root);
    this.places = new TreeMap<>();
    IntStream.range(0, order.size()).forEach(i -> places.put(named(order.get(i)), i));
    this.namespace = namespace;
    this.charset = charset;
  }

  @Override
  public byte[] write(JsonNode answer, Context context) {
    if (!answer.isObject()) {
      throw failed(root, "not one object");
    }
    StringWriter text = new StringWriter();
    try {
      XMLStreamWriter xml = XmlOutput.writers().createXMLStreamWriter(text);
      xml.writeStartDocument(charset.name(), "1.0");
      element(xml, root, answer);
      xml.writeEndDocument();
      xml.close();
    } catch (XMLStreamException | IllegalArgumentException e) {
      throw failed(root, "not expressible in XML");
    }
    return text.toString().getBytes(charset);
  }

  private void element(XMLStreamWriter xml, String name, JsonNode value) throws XMLStreamException {
    xml.writeStartElement(name);
    if (name.equals(root) && !namespace.isEmpty()) {
      xml.writeDefaultNamespace(namespace);
    }
    if (value.isObject()) {
      for (String child : inOrder(value)) {
        child(xml, child, value.get(child));
      }
    } else {
      xml.writeCharacters(plain(name, value));
    }
    xml.writeEndElement();
  }

  private void child(XMLStreamWriter xml, String name, JsonNode value) throws XMLStreamException {
    if (name.equals(TEXT)) {
      xml.writeCharacters(plain(name, value));
    } else if (name.startsWith("@")) {
      xml.writeAttribute(name.substring(1), plain(name, value));
    } else {
      for (JsonNode each : value.isArray() ? value : List.of(value)) {
        element(xml, name, each);
      }
    }
  }

  /** Attributes first, as XML wants it, then text, then elements. */
  private List<String> inOrder(JsonNode object) {
    List<String> names = new ArrayList<>();
    object.properties().stream()
        .filter(field -> !field.getValue().isNull())
        .map(Map.Entry::getKey)
        .forEach(names::add);
    for (String name : names) {
      if (!name.equals(TEXT) && !places.containsKey(name)) {
        throw failed(name, "no element of the list");
      }
    }
    names.sort(
        Comparator.comparing((String name) -> !name.startsWith("@"))
            .thenComparing(name -> places.getOrDefault(name, -1)));
    return names;
  }

  private static String plain(String name, JsonNode value) {
    if (value.isContainerNode()) {
      throw failed(name, "no plain value");
    }
    return value.isBigDecimal() ? value.decimalValue().toPlainString() : value.asText("");
  }

  private static Rejected failed(String name, String valueClass) {
    return new Rejected(Finding.of("mapping.failed", name, valueClass));
  }

  private static String named(String name) {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("format: no name of an element: " + name);
    }
    return name;
  }
}
