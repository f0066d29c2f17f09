package io.enforcement.gateway.routes.store;

import java.util.Set;

/**
 * Where one delivery stands. The allowed moves are the same as in the table {@code state_move}; a
 * trigger there refuses any other.
 */
public enum DeliveryState {
  /** Waits for its turn in its lane. */
  READY,
  /** Waits for files that the receiver must have with the record; the lane waits with it. */
  AWAITING_FILES,
  /** Committed before the first byte left, and before it is made; the outcome is not known yet. */
  ATTEMPTING,
  /** Failed and waits for the next rung of the ladder. */
  RETRY_AT,
  /** The receiver has the record and not yet confirmed all its files; the lane waits with it. */
  CONFIRMING,
  /** The receiver has it. */
  DELIVERED,
  /** The receiver said no. */
  REFUSED_BY_RECEIVER,
  /** Waits for people; the lane waits with it. */
  PARKED,
  /** May have had its effect; people decide; the lane waits with it. */
  IN_DOUBT,
  /** Needs not go out any more. */
  CANCELLED,
  /** People gave it up: the receiver does not get it. */
  DISCARDED;

  /** The states that may follow. */
  public Set<DeliveryState> next() {
    return switch (this) {
      case READY -> Set.of(ATTEMPTING, AWAITING_FILES);
      case AWAITING_FILES -> Set.of(READY, PARKED);
      case RETRY_AT -> Set.of(ATTEMPTING, DELIVERED, REFUSED_BY_RECEIVER);
      case ATTEMPTING ->
          Set.of(CONFIRMING, DELIVERED, REFUSED_BY_RECEIVER, RETRY_AT, PARKED, IN_DOUBT, CANCELLED);
      case CONFIRMING -> Set.of(DELIVERED, REFUSED_BY_RECEIVER, PARKED);
      case DELIVERED -> Set.of(REFUSED_BY_RECEIVER);
      case IN_DOUBT -> Set.of(CONFIRMING, DELIVERED, REFUSED_BY_RECEIVER, PARKED, READY);
      case PARKED ->
          Set.of(READY, AWAITING_FILES, CONFIRMING, DELIVERED, REFUSED_BY_RECEIVER, DISCARDED);
      case REFUSED_BY_RECEIVER, CANCELLED, DISCARDED -> Set.of();
    };
  }
}
