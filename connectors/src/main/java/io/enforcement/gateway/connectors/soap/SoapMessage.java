package io.enforcement.gateway.connectors.soap;

import java.util.Optional;
import javax.xml.namespace.QName;

/**
 * One SOAP envelope as plain values. The operation is the first and only element of the body; what
 * HTTP headers say of an action is never looked at. Immutable by convention: nobody writes into the
 * payload.
 *
 * @param version told by the envelope
 * @param operation name of the body's element
 * @param payload that element as a document of its own, in UTF-8, with every namespace binding it
 *     was in
 * @param messageId text of the header block {@code MessageId} (any namespace), the sender's stable
 *     key: 1 to 100 characters
 * @param token the WS-Security UsernameToken, read but not verified
 */
public record SoapMessage(
    SoapVersion version,
    QName operation,
    byte[] payload,
    Optional<String> messageId,
    Optional<UsernameToken> token) {

  /**
   * Reads an envelope within the bounds of all foreign XML: UTF-8, at most 16 MB, 64 levels, 64
   * attributes, 200,000 elements; no DOCTYPE, no entities, no processing instructions, no
   * attachments.
   *
   * @throws SoapRefused with the rule that is broken
   */
  public static SoapMessage read(byte[] envelope) {
    return new SoapReader(SafeXml.reader(envelope)).read();
  }

  /**
   * The ExchangeMessage in the body, either itself or as the only child of the operation's element.
   *
   * @throws SoapRefused {@code soap.exchange-message} when it is one but not a whole one
   */
  public Optional<ExchangeMessage> exchangeMessage() {
    return ExchangeMessage.read(payload);
  }

  boolean isFault() {
    return operation.equals(new QName(version.namespace(), "Fault"));
  }
}
