package io.enforcement.gateway.connectors.soap;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
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

  private static final String SOAP_HTTP = "http://schemas.xmlsoap.org/soap/http";

  /**
   * One event that can be told.
   *
   * @param name name of the operation
   * @param payload the element in the body
   * @param schemaLocation where the XSD of the payload's namespace is; absent: the element is
   *     declared here and takes anything
   */
  public record Operation(String name, QName payload, Optional<String> schemaLocation) {}

  /** The extension elements of one SOAP version. */
  private enum Binding {
    SOAP11("http://schemas.xmlsoap.org/wsdl/soap/"),
    SOAP12("http://schemas.xmlsoap.org/wsdl/soap12/");

    private final String namespace;

    Binding(String namespace) {
      this.namespace = namespace;
    }

    String prefix() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

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
            .bind(Binding.SOAP11.prefix(), Binding.SOAP11.namespace)
            .bind(Binding.SOAP12.prefix(), Binding.SOAP12.namespace)
            .attribute("name", service)
            .attribute("targetNamespace", namespace);
    new WsdlTypes(this).write(draft);
    messages(draft);
    portType(draft);
    for (Binding binding : Binding.values()) {
      binding(draft, binding);
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

  private void binding(XmlDraft draft, Binding binding) {
    start(draft, "binding").attribute("name", port(binding)).attribute("type", TNS + ":" + service);
    soap(draft, binding, "binding")
        .attribute("style", "document")
        .attribute("transport", SOAP_HTTP)
        .end();
    for (Operation operation : operations) {
      start(draft, "operation").attribute("name", operation.name());
      soap(draft, binding, "operation").attribute("soapAction", "").end();
      start(draft, "input");
      soap(draft, binding, "header")
          .attribute("message", own(WsdlTypes.MESSAGE_ID))
          .attribute("part", WsdlTypes.MESSAGE_ID)
          .attribute("use", "literal")
          .end();
      soap(draft, binding, "body").attribute("parts", "payload").attribute("use", "literal").end();
      draft.end();
      start(draft, "output");
      soap(draft, binding, "body").attribute("use", "literal").end().end();
      start(draft, "fault").attribute("name", WsdlTypes.FINDINGS);
      soap(draft, binding, "fault")
          .attribute("name", WsdlTypes.FINDINGS)
          .attribute("use", "literal")
          .end()
          .end();
      draft.end();
    }
    draft.end();
  }

  private void service(XmlDraft draft) {
    start(draft, "service").attribute("name", service);
    for (Binding binding : Binding.values()) {
      start(draft, "port")
          .attribute("name", port(binding))
          .attribute("binding", TNS + ":" + port(binding));
      soap(draft, binding, "address").attribute("location", address).end().end();
    }
    draft.end();
  }

  private String port(Binding binding) {
    return service + binding.name();
  }

  /** Name of the message around one of our own elements; a dot keeps it apart from operations. */
  private static String answer(String element) {
    return "gateway." + element;
  }

  private static String own(String element) {
    return TNS + ":" + answer(element);
  }

  private static XmlDraft start(XmlDraft draft, String name) {
    return draft.start("wsdl", WSDL, name);
  }

  private static XmlDraft soap(XmlDraft draft, Binding binding, String name) {
    return draft.start(binding.prefix(), binding.namespace, name);
  }
}
