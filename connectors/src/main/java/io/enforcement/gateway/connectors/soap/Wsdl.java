package io.enforcement.gateway.connectors.soap;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.xml.namespace.QName;

/**
 * The contract of a service as partners download it: WSDL 1.1, document style, literal use, one
 * operation per event, every operation told by its own body element (WS-I Basic Profile 1.1), bound
 * to SOAP 1.1 and 1.2 at the same address. Every operation takes the header block {@code
 * MessageId}, answers with {@link SoapAnswer} or fails with the findings of {@link SoapFault}.
 *
 * @param service name of the service
 * @param namespace the service's own namespace: answers, findings, header block
 * @param address where the service listens
 * @param operations what it offers, at least one
 */
public record Wsdl(String service, String namespace, String address, List<Operation> operations) {

  static final String WSDL = "http://schemas.xmlsoap.org/wsdl/";
  static final String TNS = "tns";

  /**
   * One event that can be told.
   *
   * @param name name of the operation
   * @param payload the element in the body
   * @param schemaLocation where the XSD of the payload's namespace is; absent: the element is
   *     declared here and takes anything
   */
  public record Operation(String name, QName payload, Optional<String> schemaLocation) {}

  /**
   * @throws IllegalArgumentException when two operations share a name or a body element, when there
   *     is none, when a name is none, or when a schema of others claims the service's own namespace
   */
  public Wsdl {
    operations = List.copyOf(operations);
    Set<String> names = new HashSet<>();
    Set<QName> payloads = new HashSet<>();
    for (Operation operation : operations) {
      if (!isName(service, operation.name(), operation.payload().getLocalPart())) {
        throw new IllegalArgumentException("operation " + operation.name() + ": not a name");
      }
      if (!names.add(operation.name()) || !payloads.add(operation.payload())) {
        throw new IllegalArgumentException(
            "operation " + operation.name() + " shares its name or its body element");
      }
      if (operation.schemaLocation().isPresent()
          && operation.payload().getNamespaceURI().equals(namespace)) {
        throw new IllegalArgumentException(
            "operation " + operation.name() + ": the service's namespace has its schema here");
      }
    }
    if (operations.isEmpty()) {
      throw new IllegalArgumentException("a service offers at least one operation");
    }
  }

  private static boolean isName(String... names) {
    return Arrays.stream(names).allMatch(XmlDraft::isName);
  }

  /** The document in UTF-8. */
  public byte[] toBytes() {
    XmlDraft draft =
        new XmlDraft()
            .startBound("wsdl", WSDL, "definitions")
            .bind(TNS, namespace)
            .attribute("name", service)
            .attribute("targetNamespace", namespace);
    new WsdlTypes(this).write(draft);
    messages(draft);
    portType(draft);
    for (WsdlBinding binding : WsdlBinding.values()) {
      binding.write(draft, this);
    }
    service(draft);
    return draft.end().toBytes();
  }

  private void messages(XmlDraft draft) {
    for (Operation operation : operations) {
      QName payload = operation.payload();
      start(draft, "message").attribute("name", operation.name());
      start(draft, "part").attribute("name", "payload");
      if (!payload.getNamespaceURI().isEmpty()) {
        draft
            .bind("p", payload.getNamespaceURI())
            .attribute("element", "p:" + payload.getLocalPart());
      } else {
        draft.attribute("element", payload.getLocalPart());
      }
      draft.end().end();
    }
    for (String own : List.of(WsdlTypes.RESULT, WsdlTypes.FINDINGS, WsdlTypes.MESSAGE_ID)) {
      start(draft, "message").attribute("name", answer(own));
      start(draft, "part").attribute("name", own).attribute("element", TNS + ":" + own);
      draft.end().end();
    }
  }

  private void portType(XmlDraft draft) {
    start(draft, "portType").attribute("name", service);
    for (Operation operation : operations) {
      start(draft, "operation").attribute("name", operation.name());
      start(draft, "input").attribute("message", TNS + ":" + operation.name()).end();
      start(draft, "output").attribute("message", own(WsdlTypes.RESULT)).end();
      start(draft, "fault")
          .attribute("name", WsdlTypes.FINDINGS)
          .attribute("message", own(WsdlTypes.FINDINGS))
          .end();
      draft.end();
    }
    draft.end();
  }

  private void service(XmlDraft draft) {
    start(draft, "service").attribute("name", service);
    for (WsdlBinding binding : WsdlBinding.values()) {
      binding.writePort(draft, this);
    }
    draft.end();
  }

  /** Name of the message around one of our own elements; a dot keeps it apart from operations. */
  private static String answer(String element) {
    return "gateway." + element;
  }

  static String own(String element) {
    return TNS + ":" + answer(element);
  }

  static XmlDraft start(XmlDraft draft, String name) {
    return draft.start("wsdl", WSDL, name);
  }
}
