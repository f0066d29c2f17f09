package io.enforcement.gateway.connectors.soap;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.xml.XMLConstants;

/** The schemas inside a {@link Wsdl}: our own elements, and payloads declared or imported. */
final class WsdlTypes {

  static final String RESULT = "result";
  static final String FINDINGS = "findings";
  static final String MESSAGE_ID = "MessageId";

  private static final String XSD = XMLConstants.W3C_XML_SCHEMA_NS_URI;

  private final Wsdl wsdl;

  WsdlTypes(Wsdl wsdl) {
    this.wsdl = wsdl;
  }

  void write(XmlDraft draft) {
    draft.start("wsdl", Wsdl.WSDL, "types").bind("xsd", XSD);
    Map<String, TreeSet<String>> declared = new TreeMap<>();
    Map<String, TreeSet<String>> imported = new TreeMap<>();
    declared.put(wsdl.namespace(), new TreeSet<>());
    for (Wsdl.Operation operation : wsdl.operations()) {
      String namespace = operation.payload().getNamespaceURI();
      Optional<String> location = operation.schemaLocation();
      (location.isPresent() ? imported : declared)
          .computeIfAbsent(namespace, n -> new TreeSet<>())
          .add(location.orElse(operation.payload().getLocalPart()));
    }
    declared.forEach((namespace, elements) -> schema(draft, namespace, elements));
    if (!imported.isEmpty()) {
      start(draft, "schema");
      imported.forEach((namespace, places) -> imports(draft, namespace, places));
      draft.end();
    }
    draft.end();
  }

  private void schema(XmlDraft draft, String namespace, Iterable<String> anything) {
    start(draft, "schema").attribute("elementFormDefault", "qualified");
    if (!namespace.isEmpty()) {
      draft.attribute("targetNamespace", namespace);
    }
    if (namespace.equals(wsdl.namespace())) {
      element(draft, MESSAGE_ID, "string").end();
      sequence(draft, RESULT, List.of("code", "message", "messageId", "digest"));
      findings(draft);
    }
    for (String name : anything) {
      element(draft, name, "anyType").end();
    }
    draft.end();
  }

  private static void imports(XmlDraft draft, String namespace, Iterable<String> places) {
    for (String place : places) {
      start(draft, "import");
      if (!namespace.isEmpty()) {
        draft.attribute("namespace", namespace);
      }
      draft.attribute("schemaLocation", place).end();
    }
  }

  private static void findings(XmlDraft draft) {
    start(draft, "element").attribute("name", FINDINGS);
    start(start(draft, "complexType"), "sequence");
    start(draft, "element")
        .attribute("name", "finding")
        .attribute("minOccurs", "0")
        .attribute("maxOccurs", "unbounded");
    texts(draft, List.of("rule", "path", "expected", "fix"));
    draft.end().end().end().end();
  }

  private static void sequence(XmlDraft draft, String name, List<String> parts) {
    start(draft, "element").attribute("name", name);
    texts(draft, parts);
    draft.end();
  }

  private static void texts(XmlDraft draft, List<String> parts) {
    start(start(draft, "complexType"), "sequence");
    parts.forEach(part -> element(draft, part, "string").end());
    draft.end().end();
  }

  private static XmlDraft element(XmlDraft draft, String name, String type) {
    return start(draft, "element").attribute("name", name).attribute("type", "xsd:" + type);
  }

  private static XmlDraft start(XmlDraft draft, String name) {
    return draft.start("xsd", XSD, name);
  }
}
