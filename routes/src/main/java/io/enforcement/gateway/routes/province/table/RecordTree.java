package io.enforcement.gateway.routes.province.table;

import io.enforcement.gateway.standards.dictionary.Dictionary;
import io.enforcement.gateway.standards.dictionary.Field;
import io.enforcement.gateway.standards.dictionary.PartType;
import io.enforcement.gateway.standards.dictionary.RecordType;
import io.enforcement.gateway.standards.dictionary.ValueType;
import io.enforcement.gateway.standards.format.SafeXml;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A record as a tree with the names of its JSON twin, read from the XML that the gateway itself
 * wrote. The dictionary leads, no object of the record is made: of what a row costs, making and
 * telling the object was the greater part.
 */
final class RecordTree {

  private static final Dictionary DICTIONARY = Dictionary.v1();
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final Map<String, RecordTree> TREES = new ConcurrentHashMap<>();

  private final Map<String, Child> children;

  private RecordTree(List<Field> fields) {
    this.children =
        fields.stream().map(Child::of).collect(Collectors.toMap(Child::element, c -> c));
  }

  /**
   * The record in these bytes.
   *
   * @throws IllegalArgumentException when they are not a record of this kind
   */
  static ObjectNode read(byte[] xml, RecordType kind) {
    XMLStreamReader reader = SafeXml.reader(xml);
    try {
      reader.nextTag();
      if (!reader.getLocalName().equals(kind.name())) {
        throw new IllegalArgumentException("no " + kind.name());
      }
      ObjectNode record = tree(kind.part()).part(reader);
      reader.close(); // Its buffers serve the next record.
      return record;
    } catch (XMLStreamException e) {
      throw new IllegalArgumentException("no " + kind.name(), e);
    }
  }

  private static RecordTree tree(PartType type) {
    RecordTree known = TREES.get(type.name());
    return known == null
        ? TREES.computeIfAbsent(type.name(), name -> new RecordTree(type.fields()))
        : known;
  }

  private ObjectNode part(XMLStreamReader reader) throws XMLStreamException {
    ObjectNode part = NODES.objectNode();
    while (reader.nextTag() == XMLStreamConstants.START_ELEMENT) {
      Child child = children.get(reader.getLocalName());
      if (child == null) {
        throw new IllegalArgumentException("unknown element " + reader.getLocalName());
      }
      child.read(reader, part);
    }
    return part;
  }

  /** One field, and how its value is told: as a part where it has a type of parts. */
  private record Child(
      String element,
      String property,
      boolean isList,
      PartType part,
      Function<String, JsonNode> value) {

    static Child of(Field field) {
      return new Child(
          field.element(),
          field.property(),
          field.isList(),
          DICTIONARY.part(field.type()).orElse(null),
          value(DICTIONARY.value(field.type()).map(ValueType::base).orElse(field.type())));
    }

    private static Function<String, JsonNode> value(String type) {
      return switch (type) {
        case "xs:boolean" -> text -> NODES.booleanNode(Boolean.parseBoolean(text));
        case "xs:int", "xs:long" -> text -> NODES.numberNode(Long.parseLong(text));
        default -> NODES::stringNode;
      };
    }

    void read(XMLStreamReader reader, ObjectNode into) throws XMLStreamException {
      JsonNode read = part == null ? single(reader) : tree(part).part(reader);
      if (isList) {
        into.withArray(property).add(read);
      } else if (read != null) {
        into.set(property, read);
      }
    }

    /** Null for an empty one, which the twin leaves out. */
    private JsonNode single(XMLStreamReader reader) throws XMLStreamException {
      String text = reader.getElementText();
      return text.isEmpty() && !isList ? null : value.apply(text);
    }
  }
}
