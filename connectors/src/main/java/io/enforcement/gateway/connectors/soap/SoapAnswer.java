package io.enforcement.gateway.connectors.soap;

/**
 * What a sender gets when its message was taken: element {@code result} of the service's namespace,
 * as the {@link Wsdl} has it.
 *
 * @param code {@code 0} when the message was taken
 * @param message a short sentence for people
 * @param messageId our id of the message
 * @param digest digest of the payload as received
 */
public record SoapAnswer(String code, String message, String messageId, String digest) {

  /**
   * The answer as an envelope in UTF-8.
   *
   * @param version the version of the request
   * @param namespace the service's namespace
   */
  public byte[] toBytes(SoapVersion version, String namespace) {
    return Envelope.of(
        version,
        draft ->
            draft
                .startBound("r", namespace, "result")
                .element("r", namespace, "code", code)
                .element("r", namespace, "message", message)
                .element("r", namespace, "messageId", messageId)
                .element("r", namespace, "digest", digest)
                .end());
  }
}
