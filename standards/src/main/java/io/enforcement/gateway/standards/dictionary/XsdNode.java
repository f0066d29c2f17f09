package io.enforcement.gateway.standards.dictionary;

import io.enforcement.gateway.standards.format.SafeXml;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** One element of a schema file, with its attributes by local name: ours never collide. */
record XsdNode(String name, Map<String, String> attributes, List<XsdNode> children, String text) {

  static XsdNode read(byte[] xsd) {
    try {
      XMLStreamReader reader = SafeXml.reader(xsd);
      reader.nextTag();
      return element(reader);
    } catch (XMLStreamException e) {
      throw new IllegalStateException("a schema file of the standard is not XML", e);
    }
  }

  String attribute(String name) {
    return attributes.get(name);
  }

  String attribute(String name, String otherwise) {
    return attributes.getOrDefault(name, otherwise);
  }

  Stream<XsdNode> children(String name) {
    return children.stream().filter(child -> child.name.equals(name));
  }

  /** The first element of this name at any depth below. */
  Optional<XsdNode> below(String name) {
    return children.stream()
        .flatMap(c -> c.name.equals(name) ? Stream.of(c) : c.below(name).stream())
        .findFirst();
  }

  /** What its own documentation says, in one line; or null. */
  String note() {
    return children("annotation")
        .flatMap(a -> a.children("documentation"))
        .map(d -> d.text.strip().replaceAll("\\s+", " "))
        .findFirst()
        .orElse(null);
  }

  private static XsdNode element(XMLStreamReader reader) throws XMLStreamException {
    String name = reader.getLocalName();
    Map<String, String> attributes = new HashMap<>();
    for (int i = 0; i < reader.getAttributeCount(); i++) {
      attributes.put(reader.getAttributeLocalName(i), reader.getAttributeValue(i));
    }
    List<XsdNode> children = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    for (int event = reader.next();
        event != XMLStreamConstants.END_ELEMENT;
        event = reader.next()) {
      if (event == XMLStreamConstants.START_ELEMENT) {
        children.add(element(reader));
      } else if (event == XMLStreamConstants.CHARACTERS) {
        text.append(reader.getText());
      }
    }
    return new XsdNode(name, attributes, children, text.toString());
  }
}
