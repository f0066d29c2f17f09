package io.enforcement.gateway.connectors.jms;

import jakarta.jms.BytesMessage;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.activemq.artemis.jms.client.ActiveMQMessage;

/**
 * What we take of a foreign message: its key, its content type and its bytes. Every other header is
 * left where it is, so none can steer anything here.
 *
 * @param key the sender's idempotency key, else the message's own id
 * @param contentType as the sender put it, if it did; not trusted
 */
public record Letter(String key, Optional<String> contentType, byte[] body) {

  /** The header with the idempotency key, as in the HTTP interface. */
  public static final String KEY = "Idempotency-Key";

  /** The same for senders whose library allows only Java identifiers. */
  public static final String KEY_OF_JMS = "Idempotency_Key";

  /** On a message put aside: the queue that it lay on. */
  public static final String ORIGINAL_QUEUE = "Original-Queue";

  /** On a message put aside: why, without content. */
  public static final String REASON = "Reason";

  static final String CONTENT_TYPE = "Content-Type";
  static final String EXCHANGE = "Exchange";

  private static final int LONGEST_HEADER = 128;

  /**
   * Reads a text or bytes message; of no other kind is anything read.
   *
   * @throws Unfit when it is of another kind, too large, or has neither key nor id that can be used
   * @throws JMSException when the broker fails
   */
  public static Letter read(Message message, int maxBytes) throws JMSException, Unfit {
    String key =
        key(message).orElseThrow(() -> new Unfit("it has no usable " + KEY + " and no message id"));
    return new Letter(key, header(message, CONTENT_TYPE), body(message, maxBytes));
  }

  /** The sender's key, else the message's own id; empty when neither can be used. */
  public static Optional<String> key(Message message) {
    return header(message, KEY).or(() -> header(message, KEY_OF_JMS)).or(() -> plain(id(message)));
  }

  /** The same bytes in a message of their own, without any header. */
  Message copy(Session session) throws JMSException {
    BytesMessage copy = session.createBytesMessage();
    copy.writeBytes(body);
    return copy;
  }

  private static byte[] body(Message message, int maxBytes) throws JMSException, Unfit {
    // Before it is read: a large message may still be on its way.
    if (message instanceof ActiveMQMessage core
        && core.getCoreMessage().getBodySize() / 2 > maxBytes) {
      throw tooLarge(maxBytes);
    }
    if (message instanceof BytesMessage bytes) {
      if (bytes.getBodyLength() > maxBytes) {
        throw tooLarge(maxBytes);
      }
      byte[] body = new byte[(int) bytes.getBodyLength()];
      bytes.readBytes(body);
      return body;
    }
    if (message instanceof TextMessage text) {
      byte[] body = Optional.ofNullable(text.getText()).orElse("").getBytes(StandardCharsets.UTF_8);
      if (body.length > maxBytes) {
        throw tooLarge(maxBytes);
      }
      return body;
    }
    throw new Unfit("it is neither a text nor a bytes message");
  }

  private static Unfit tooLarge(int maxBytes) {
    return new Unfit("it is larger than " + maxBytes + " bytes");
  }

  /** A text header that may go into tables and logs: printable ASCII, not too long. */
  public static Optional<String> header(Message message, String name) {
    try {
      return message.propertyExists(name)
          ? plain(message.getStringProperty(name))
          : Optional.empty();
    } catch (JMSException | RuntimeException e) {
      // A name that this library does not allow, or a value that is no text.
      return Optional.empty();
    }
  }

  private static String id(Message message) {
    try {
      return message.getJMSMessageID();
    } catch (JMSException e) {
      return null;
    }
  }

  private static Optional<String> plain(String value) {
    return Optional.ofNullable(value)
        .filter(v -> !v.isBlank() && v.length() <= LONGEST_HEADER)
        .filter(v -> v.chars().allMatch(c -> c >= ' ' && c <= '~'));
  }

  /** The message is nothing that we take; says why, without content. */
  public static final class Unfit extends Exception {
    private static final long serialVersionUID = 1L;

    Unfit(String why) {
      super(why);
    }
  }
}
