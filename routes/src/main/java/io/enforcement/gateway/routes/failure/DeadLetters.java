package io.enforcement.gateway.routes.failure;

import io.enforcement.gateway.connectors.jms.Letter;
import io.enforcement.gateway.routes.broker.AmqpDoor;
import io.enforcement.gateway.routes.broker.QueueRegistry;
import io.enforcement.gateway.routes.partner.Partner;
import io.enforcement.gateway.routes.partner.Partner.Sending;
import io.enforcement.gateway.routes.partner.PartnerCatalog;
import io.enforcement.gateway.routes.store.DeadLetter;
import io.enforcement.gateway.routes.store.DeadLetterStore;
import io.enforcement.gateway.standards.validation.Rejected;
import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.Session;
import java.util.stream.Stream;
import org.apache.activemq.artemis.api.core.ActiveMQBuffer;
import org.apache.activemq.artemis.jms.client.ActiveMQMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Watches the broker's dead letters (Dead Letter Channel) and what has expired there, and brings
 * each message into the store as a parked one: the broker forgets it only when it is on disk. Run
 * by one thread at a time.
 */
@Component
public class DeadLetters {

  private static final Logger LOG = LoggerFactory.getLogger(DeadLetters.class);

  private static final byte[] NOTHING = {};

  /** Set by Artemis itself on what it moves. */
  private static final String ORIGINAL_ADDRESS = "_AMQ_ORIG_ADDRESS";

  /** So many at a time. */
  private static final int BATCH = 100;

  /** Bytes kept of one message; no door lets larger ones in. */
  private static final int MAX_BYTES = 64 * 1024 * 1024;

  private final ConnectionFactory broker;
  private final DeadLetterStore store;
  private final PartnerCatalog catalog;

  /** Whose queue it is. */
  private record Origin(
      String queue, String sender, String exchange, String partner, Sending sending) {

    static final Origin NOBODY = of("", DeadLetter.NOBODY);

    static Origin of(String queue, String partner) {
      return new Origin(queue, DeadLetter.NOBODY, DeadLetter.UNKNOWN, partner, null);
    }

    /** Nothing of what should be sealed and cannot be. */
    byte[] kept(byte[] body, boolean readable) {
      if (sending == null || !sending.sealed()) {
        return body;
      }
      try {
        return readable ? sending.sealed(body) : NOTHING;
      } catch (Rejected e) {
        return NOTHING;
      }
    }
  }

  DeadLetters(
      ConnectionFactory pooledBrokerConnections, DeadLetterStore store, PartnerCatalog catalog) {
    this.broker = pooledBrokerConnections;
    this.store = store;
    this.catalog = catalog;
  }

  private Origin origin(String address) {
    return catalog.partners().stream()
        .flatMap(DeadLetters::origins)
        .filter(origin -> origin.queue().equals(address))
        .findFirst()
        .orElse(Origin.NOBODY);
  }

  private static Stream<Origin> origins(Partner partner) {
    String id = partner.id();
    return Stream.concat(
        Stream.of(Origin.of(AmqpDoor.partnerQueue(id), id)),
        partner.sends().stream()
            .map(
                sending ->
                    new Origin(
                        AmqpDoor.inQueue(id, sending.exchange()),
                        id,
                        sending.exchange(),
                        id,
                        sending)));
  }

  /** Looks once; a broker that is away is told by those who watch it. */
  @Scheduled(fixedDelay = 1000)
  public void sweep() {
    try (Connection connection = broker.createConnection();
        Session session = connection.createSession(true, Session.SESSION_TRANSACTED)) {
      connection.start();
      sweep(session, QueueRegistry.DEAD_LETTERS, "nobody could take it");
      sweep(session, QueueRegistry.EXPIRED, "its time was over");
    } catch (JMSException e) {
      LOG.debug("dead letters were not looked at", e);
    }
  }

  private void sweep(Session session, String queue, String cause) throws JMSException {
    int kept = 0;
    try (MessageConsumer consumer = session.createConsumer(session.createQueue(queue))) {
      Message message = consumer.receiveNoWait();
      for (int seen = 1; message != null; seen++) {
        kept += keep(session, message, cause);
        message = seen < BATCH ? consumer.receiveNoWait() : null;
      }
    }
    if (kept > 0) {
      LOG.warn("{} messages were found on {} and parked", kept, queue);
    }
  }

  private int keep(Session session, Message message, String cause) throws JMSException {
    boolean fresh = store.keep(letter(message, cause));
    session.commit();
    return fresh ? 1 : 0;
  }

  private DeadLetter letter(Message message, String cause) throws JMSException {
    String address =
        Letter.header(message, ORIGINAL_ADDRESS)
            .or(() -> Letter.header(message, Letter.ORIGINAL_QUEUE))
            .orElse("?");
    Origin origin = origin(address);
    String key = Letter.key(message).orElseGet(() -> "broker-" + number(message));
    String why = Letter.header(message, Letter.REASON).orElse(cause);
    try {
      Letter read = Letter.read(message, MAX_BYTES);
      return new DeadLetter(
          origin.sender(),
          origin.exchange(),
          origin.partner(),
          address,
          key,
          read.contentType().orElse("application/octet-stream"),
          origin.kept(read.body(), true),
          why);
    } catch (Letter.Unfit e) {
      return new DeadLetter(
          DeadLetter.NOBODY,
          DeadLetter.UNKNOWN,
          origin.partner(),
          address,
          key,
          "application/octet-stream",
          origin.kept(raw(message), false),
          e.getMessage());
    }
  }

  /** The body as the broker holds it, whatever kind of message it is. */
  private static byte[] raw(Message message) {
    ActiveMQBuffer buffer = ((ActiveMQMessage) message).getCoreMessage().getBodyBuffer();
    byte[] bytes = new byte[Math.min(buffer.readableBytes(), MAX_BYTES)];
    buffer.getBytes(buffer.readerIndex(), bytes);
    return bytes;
  }

  private static long number(Message message) {
    return ((ActiveMQMessage) message).getCoreMessage().getMessageID();
  }
}
