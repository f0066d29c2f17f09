package io.enforcement.gateway.routes.store;

import io.enforcement.gateway.standards.validation.Finding;
import java.time.Duration;
import java.util.List;

/**
 * What follows from one attempt.
 *
 * @param state the delivery's new state
 * @param outcome the connector's word for it, kept as evidence; {@link #NOT_TRIED} when nothing was
 *     sent
 * @param reply what the receiver said, or null
 * @param delay until the next attempt, when there is one
 * @param ladder failures on the ladder, this one included
 * @param uncertain whether some attempt so far may have had its effect
 * @param findings why there was nothing to send
 */
public record Settlement(
    Attempt attempt,
    DeliveryState state,
    String outcome,
    String reason,
    byte[] reply,
    Duration delay,
    int ladder,
    boolean uncertain,
    List<Finding> findings) {

  /** The outcome of an attempt that was not made. */
  public static final String NOT_TRIED = "NotTried";

  /** Why it waits for people, when it does. */
  String cause() {
    return outcome.equals(NOT_TRIED) ? reason : outcome + ": " + reason;
  }
}
