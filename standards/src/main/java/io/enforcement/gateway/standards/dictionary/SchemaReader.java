package io.enforcement.gateway.standards.dictionary;

import io.enforcement.gateway.standards.model.ObjectFactory;
import jakarta.xml.bind.annotation.XmlElement;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the dictionary from the schema files: structure from XSD, meaning from the annotations
 * beside it, the names of the JSON twin from the classes that were generated from it.
 */
final class SchemaReader {

  private static final String FOLDER = "/standards/v1/";

  private final Map<String, ValueType> values = new LinkedHashMap<>();
  private final Map<String, PartType> parts = new LinkedHashMap<>();
  private final Map<String, RecordType> records = new LinkedHashMap<>();
  private final Map<String, Label> families = new LinkedHashMap<>();

  private SchemaReader() {}

  static Dictionary read() {
    SchemaReader reader = new SchemaReader();
    XsdNode whole = file("enforcement.xsd");
    reader.family("shared", file("shared.xsd"));
    whole
        .children("include")
        .map(include -> include.attribute("schemaLocation"))
        .forEach(name -> reader.family(name.replace(".xsd", ""), file(name)));
    return new Dictionary(
        label(whole),
        whole.attribute("version"),
        reader.families,
        reader.records,
        reader.parts,
        reader.values);
  }

  private void family(String name, XsdNode schema) {
    families.put(name, label(schema));
    schema.children("simpleType").forEach(type -> values.put(type.attribute("name"), value(type)));
    schema
        .children("complexType")
        .forEach(type -> parts.put(type.attribute("name"), part(type, schema)));
    schema
        .children("element")
        .forEach(e -> records.put(e.attribute("name"), record(e, name, schema)));
  }

  private static ValueType value(XsdNode type) {
    XsdNode restriction = type.children("restriction").findFirst().orElseThrow();
    Map<String, String> facets = new HashMap<>();
    List<String> enumerated = new ArrayList<>();
    for (XsdNode facet : restriction.children()) {
      if (facet.name().equals("enumeration")) {
        enumerated.add(facet.attribute("value"));
      } else {
        facets.put(facet.name(), facet.attribute("value"));
      }
    }
    return new ValueType(
        type.attribute("name"),
        label(type),
        type.note(),
        restriction.attribute("base"),
        sensitivity(type),
        facets,
        enumerated);
  }

  private RecordType record(XsdNode element, String family, XsdNode schema) {
    return new RecordType(
        element.attribute("number"),
        family,
        element.attribute("day"),
        "true".equals(element.attribute("act")),
        words(element.attribute("key", "")),
        words(element.attribute("lane", "")),
        part(element, schema));
  }

  private static List<String> words(String text) {
    return text.isEmpty() ? List.of() : List.of(text.split(" "));
  }

  private PartType part(XsdNode type, XsdNode schema) {
    String name = type.attribute("name");
    String source = type.attribute("source", schema.attribute("source"));
    List<Field> fields = new ArrayList<>();
    Optional<XsdNode> extension = type.below("extension");
    extension.ifPresent(
        e -> {
          fields.addAll(parts.get(e.attribute("base")).fields());
        });
    type.below("sequence")
        .map(s -> s.children("element"))
        .orElseThrow()
        .forEach(e -> fields.add(field(name, e, source)));
    return new PartType(name, label(type), type.note(), source, sensitivity(type), fields);
  }

  private Field field(String owner, XsdNode element, String source) {
    String name = element.attribute("name");
    String type = element.attribute("type");
    String max = element.attribute("maxOccurs", "1");
    return new Field(
        name,
        property(owner, name),
        type,
        Integer.parseInt(element.attribute("minOccurs", "1")),
        max.equals("unbounded") ? Field.UNBOUNDED : Integer.parseInt(max),
        label(element),
        element.attribute("short", name),
        element.attribute("source", source),
        sensitivity(element).within(ofType(type)),
        element.attribute("codes"),
        "past".equals(element.attribute("date")),
        element.attribute("notBefore"),
        element.note());
  }

  private Sensitivity ofType(String type) {
    if (values.containsKey(type)) {
      return values.get(type).sensitivity();
    }
    if (parts.containsKey(type)) {
      return parts.get(type).sensitivity();
    }
    if (!type.startsWith("xs:")) {
      throw new IllegalStateException("type " + type + " must stand before it is used");
    }
    return Sensitivity.PUBLIC;
  }

  private static String property(String owner, String element) {
    for (java.lang.reflect.Field field : generated(owner).getDeclaredFields()) {
      XmlElement named = field.getAnnotation(XmlElement.class);
      if (named != null && named.name().equals(element)) {
        return field.getName();
      }
    }
    return element;
  }

  static Class<?> generated(String type) {
    try {
      return Class.forName(ObjectFactory.class.getPackageName() + "." + type);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException("the schema compiler made no class " + type, e);
    }
  }

  private static Sensitivity sensitivity(XsdNode node) {
    return Sensitivity.valueOf(node.attribute("class", "public").toUpperCase(Locale.ROOT));
  }

  private static Label label(XsdNode node) {
    return new Label(node.attribute("zh"), node.attribute("en"));
  }

  private static XsdNode file(String name) {
    try (InputStream in = SchemaReader.class.getResourceAsStream(FOLDER + name)) {
      return XsdNode.read(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
