package io.enforcement.gateway.connectors.soap;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;

/**
 * The envelope of the older exchange platforms (2015 to 2018): {@code ExchangeMessage} with {@code
 * Header} and {@code Body/fields}, one element per column, all without namespace. Source: public
 * code of such platforms; no public standard was found.
 *
 * @param header who, to whom, which matter, which number
 * @param fields the element {@code fields} as a document of its own, in UTF-8
 */
public record ExchangeMessage(Header header, byte[] fields) {

  private static final String NAME = "ExchangeMessage";
  private static final Set<String> NEEDED = Set.of("sender", "receiver", "flow", "item", "sn");

  /**
   * The header; parts that may be missing are empty.
   *
   * @param sender code of the sending body
   * @param receiver code of the receiving body
   * @param cc codes of others that get a copy, or empty
   * @param flow id of the exchange flow (a GUID)
   * @param item id of the matter within the flow (a GUID)
   * @param sn the sender's number of this message: its stable key
   * @param securityType the platform's security level, or empty
   * @param operator account of the operator, or empty
   * @param contacts telephone number for questions, or empty
   */
  public record Header(
      String sender,
      String receiver,
      String cc,
      String flow,
      String item,
      String sn,
      String securityType,
      String operator,
      String contacts) {

    Header withSn(String key) {
      return new Header(sender, receiver, cc, flow, item, key, securityType, operator, contacts);
    }

    private Map<String, String> parts() {
      Map<String, String> parts = new LinkedHashMap<>();
      parts.put("sender", sender);
      parts.put("receiver", receiver);
      parts.put("cc", cc);
      parts.put("flow", flow);
      parts.put("item", item);
      parts.put("sn", sn);
      parts.put("securityType", securityType);
      parts.put("operator", operator);
      parts.put("contacts", contacts);
      return parts;
    }

    private static Header of(Map<String, String> parts) {
      return new Header(
          parts.getOrDefault("sender", ""),
          parts.getOrDefault("receiver", ""),
          parts.getOrDefault("cc", ""),
          parts.getOrDefault("flow", ""),
          parts.getOrDefault("item", ""),
          parts.getOrDefault("sn", ""),
          parts.getOrDefault("securityType", ""),
          parts.getOrDefault("operator", ""),
          parts.getOrDefault("contacts", ""));
    }
  }

  /** Writes it; {@code fields} must have been read soundly before. */
  void write(XmlDraft draft) {
    draft.start("", "", NAME).start("", "", "Header");
    header.parts().forEach((name, value) -> draft.element("", "", name, value));
    draft.end().start("", "", "Body");
    GuardedXmlReader in = SafeXml.reader(fields);
    in.nextTag();
    draft.copy(in, Map.of()).end().end();
  }

  static Optional<ExchangeMessage> read(byte[] payload) {
    GuardedXmlReader in = SafeXml.reader(payload);
    Map<String, String> scope = new HashMap<>();
    in.nextTag();
    in.declared(scope);
    if (!in.getLocalName().equals(NAME)) {
      if (in.next() == XMLStreamConstants.CHARACTERS && in.isWhiteSpace()) {
        in.next();
      }
      if (!in.isStartElement() || !in.getLocalName().equals(NAME)) {
        return Optional.empty();
      }
      in.declared(scope);
    }
    Header header = header(in);
    open(in, "Body");
    in.declared(scope);
    open(in, "fields");
    byte[] fields = new XmlDraft().copy(in, scope).toBytes();
    if (in.nextTag() != XMLStreamConstants.END_ELEMENT
        || in.nextTag() != XMLStreamConstants.END_ELEMENT) {
      throw refused("something follows the fields");
    }
    return Optional.of(new ExchangeMessage(header, fields));
  }

  private static Header header(GuardedXmlReader in) {
    open(in, "Header");
    Map<String, String> parts = new HashMap<>();
    while (in.nextTag() == XMLStreamConstants.START_ELEMENT) {
      if (parts.put(in.getLocalName(), in.getElementText().strip()) != null) {
        throw refused("a part of the Header is there twice");
      }
    }
    if (NEEDED.stream().anyMatch(name -> parts.getOrDefault(name, "").isEmpty())) {
      throw refused("sender, receiver, flow, item or sn is missing");
    }
    return Header.of(parts);
  }

  private static void open(GuardedXmlReader in, String name) {
    if (in.nextTag() != XMLStreamConstants.START_ELEMENT || !in.getLocalName().equals(name)) {
      throw refused("no " + name + " where it must be");
    }
  }

  private static SoapRefused refused(String what) {
    return SoapRefused.sender("soap.exchange-message", what);
  }
}
