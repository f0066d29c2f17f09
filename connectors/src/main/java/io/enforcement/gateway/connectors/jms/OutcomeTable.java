package io.enforcement.gateway.connectors.jms;

import io.enforcement.gateway.connectors.Outcome;
import jakarta.jms.InvalidDestinationException;
import jakarta.jms.JMSSecurityException;
import jakarta.jms.ResourceAllocationException;
import org.apache.activemq.artemis.api.core.ActiveMQAddressFullException;
import org.apache.qpid.jms.provider.exceptions.ProviderDeliveryModifiedException;
import org.apache.qpid.jms.provider.exceptions.ProviderDeliveryReleasedException;

/**
 * What a failure means for the delivery. In doubt it says so: only what the broker itself answered,
 * or what came before the message was handed over, is known.
 */
final class OutcomeTable {

  /** How far an attempt came. */
  enum Stage {
    /** Not connected or not logged in. */
    CONNECTING,
    /** Asking for the queue and the right to send. */
    ATTACHING,
    /** The message was handed over. */
    SENDING
  }

  private static final byte[] NOTHING = {};

  private OutcomeTable() {}

  static Outcome accepted() {
    return new Outcome.Accepted("the broker keeps it", NOTHING);
  }

  static Outcome noQueue() {
    return new Outcome.Refused("the broker has no such queue", NOTHING);
  }

  /** Our own words and the class only: a broker's message may quote anything. */
  static Outcome of(Stage stage, Exception failure) {
    String kind = failure.getClass().getSimpleName();
    if (stage == Stage.CONNECTING) {
      return new Outcome.Unavailable(
          failure instanceof JMSSecurityException
              ? "the broker does not let us in"
              : "no connection to the broker: " + kind,
          NOTHING);
    }
    if (failure instanceof InvalidDestinationException) {
      return noQueue();
    }
    if (failure instanceof JMSSecurityException) {
      return new Outcome.Refused("the broker does not let us send to this queue", NOTHING);
    }
    if (full(failure)) {
      return new Outcome.Unavailable("the broker has no room for it now", NOTHING);
    }
    return stage == Stage.ATTACHING
        ? new Outcome.Unavailable("the broker does not answer: " + kind, NOTHING)
        : new Outcome.Ambiguous("no answer from the broker: " + kind, NOTHING);
  }

  private static boolean full(Exception failure) {
    if (failure instanceof ResourceAllocationException) {
      return true;
    }
    Throwable cause = failure.getCause();
    return cause instanceof ActiveMQAddressFullException
        || cause instanceof ProviderDeliveryReleasedException
        || cause instanceof ProviderDeliveryModifiedException;
  }
}
