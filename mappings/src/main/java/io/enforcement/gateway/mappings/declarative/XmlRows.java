package io.enforcement.gateway.mappings.declarative;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.enforcement.gateway.standards.format.SafeXml;
import io.enforcement.gateway.standards.validation.Finding;
import io.enforcement.gateway.standards.validation.Rejected;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * XML: every element of the agreed name is one record, wherever it stands. An element with text is
 * that text; one with elements is an object by their local names, with an array where a name stands
 * several times ({@code gw:list} makes one of either). Attributes without a namespace are
 * {@code @name}, text beside them {@code #text}.
 */
record XmlRows(String record, Charset charset) implements Rows {

  @Override
  public List<Row> read(byte[] message) {
    List<Row> rows = new ArrayList<>();
    XMLStreamReader xml = SafeXml.fileReader(message, charset);
    try {
      while (xml.hasNext()) {
        if (xml.next() == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals(record)) {
          if (rows.size() == MAX_ROWS) {
            throw refused("over " + MAX_ROWS + " records");
          }
          rows.add(Row.of(rows.size() + 1, element(xml)));
        }
      }
    } catch (XMLStreamException e) {
      throw new IllegalStateException("guarded XML throws nothing else: " + e.getClass().getName());
    }
    if (rows.isEmpty()) {
      throw refused("no record");
    }
    return rows;
  }

  private Rejected refused(String valueClass) {
    return new Rejected(Finding.of("xml.records", "", valueClass, record, "" + MAX_ROWS));
  }

  private static JsonNode element(XMLStreamReader xml) throws XMLStreamException {
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      String namespace = xml.getAttributeNamespace(i);
      if (namespace == null || namespace.isEmpty()) {
        object.put("@" + xml.getAttributeLocalName(i), xml.getAttributeValue(i));
      }
    }
    StringBuilder text = new StringBuilder();
    for (int event = xml.next(); event != XMLStreamConstants.END_ELEMENT; event = xml.next()) {
      if (event == XMLStreamConstants.START_ELEMENT) {
        add(object, xml.getLocalName(), element(xml));
      } else if (event != XMLStreamConstants.COMMENT) {
        text.append(xml.getText());
      }
    }
    if (object.isEmpty()) {
      return TextNode.valueOf(text.toString());
    }
    if (!text.toString().isBlank()) {
      object.put("#text", text.toString());
    }
    return object;
  }

  private static void add(ObjectNode object, String name, JsonNode value) {
    JsonNode before = object.get(name);
    if (before == null) {
      object.set(name, value);
    } else if (before instanceof ArrayNode several) {
      several.add(value);
    } else {
      object.set(name, object.arrayNode().add(before).add(value));
    }
  }
}
