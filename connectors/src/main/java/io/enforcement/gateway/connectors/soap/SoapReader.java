package io.enforcement.gateway.connectors.soap;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.xml.namespace.QName;
import javax.xml.stream.XMLStreamConstants;

/** Reads one envelope from start to end. For one use. */
final class SoapReader {

  private static final int LONGEST_ID = 100;

  /** Who a header block may be for and still be for us; other roles are none of our business. */
  private static final Set<String> OURS =
      Set.of(
          "",
          "http://schemas.xmlsoap.org/soap/actor/next",
          "http://www.w3.org/2003/05/soap-envelope/role/next",
          "http://www.w3.org/2003/05/soap-envelope/role/ultimateReceiver");

  private final GuardedXmlReader in;
  private final Map<String, String> scope = new HashMap<>();
  private SoapVersion version;
  private String messageId;
  private UsernameToken token;

  SoapReader(GuardedXmlReader in) {
    this.in = in;
  }

  SoapMessage read() {
    in.nextTag();
    version = version();
    in.declared(scope);
    int event = in.nextTag();
    if (event == XMLStreamConstants.START_ELEMENT && in.getName().equals(soap("Header"))) {
      header();
      event = in.nextTag();
    }
    if (event != XMLStreamConstants.START_ELEMENT || !in.getName().equals(soap("Body"))) {
      throw SoapRefused.sender("soap.envelope", "no Body");
    }
    in.declared(scope);
    if (in.nextTag() != XMLStreamConstants.START_ELEMENT) {
      throw SoapRefused.sender("soap.body", "the Body is empty");
    }
    QName operation = in.getName();
    byte[] payload = new XmlDraft().copy(in, scope).toBytes();
    if (in.nextTag() != XMLStreamConstants.END_ELEMENT) {
      throw SoapRefused.sender("soap.body", "more than one element in the Body");
    }
    end();
    return new SoapMessage(
        version, operation, payload, Optional.ofNullable(messageId), Optional.ofNullable(token));
  }

  private SoapVersion version() {
    if (!in.getLocalName().equals("Envelope")) {
      throw SoapRefused.sender("soap.envelope", "no SOAP envelope");
    }
    return SoapVersion.ofNamespace(GuardedXmlReader.known(in.getNamespaceURI()))
        .orElseThrow(
            () ->
                new SoapRefused(
                    FaultCode.VERSION_MISMATCH, "soap.version", "neither SOAP 1.1 nor 1.2"));
  }

  private void end() {
    if (in.nextTag() != XMLStreamConstants.END_ELEMENT) {
      throw SoapRefused.sender("soap.envelope", "something follows the Body");
    }
    while (in.next() != XMLStreamConstants.END_DOCUMENT) {
      // The reader refuses whatever may not follow the envelope.
    }
  }

  private void header() {
    while (in.nextTag() == XMLStreamConstants.START_ELEMENT) {
      if (!isOurs()) {
        in.skip();
      } else if (in.getName().equals(SecurityHeader.NAME)) {
        if (token != null) {
          throw SoapRefused.sender("soap.security", "two Security headers");
        }
        token = SecurityHeader.read(in);
      } else if (in.getLocalName().equals("MessageId")) {
        readMessageId();
      } else if (mustUnderstand()) {
        throw new SoapRefused(
            FaultCode.MUST_UNDERSTAND, "soap.must-understand", "a header block is not known here");
      } else {
        in.skip();
      }
    }
  }

  private void readMessageId() {
    String text = in.getElementText().strip();
    if (messageId != null || text.isEmpty() || text.length() > LONGEST_ID) {
      throw SoapRefused.sender("soap.message-id", "not one MessageId of 1 to 100 characters");
    }
    messageId = text;
  }

  private boolean isOurs() {
    String role = version == SoapVersion.V1_1 ? "actor" : "role";
    return OURS.contains(
        GuardedXmlReader.known(in.getAttributeValue(version.namespace(), role)).strip());
  }

  private boolean mustUnderstand() {
    String must = in.getAttributeValue(version.namespace(), "mustUnderstand");
    return must != null && Set.of("1", "true").contains(must.strip());
  }

  private QName soap(String name) {
    return new QName(version.namespace(), name);
  }
}
