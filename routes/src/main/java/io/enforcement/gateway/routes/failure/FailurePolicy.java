package io.enforcement.gateway.routes.failure;

import io.enforcement.gateway.connectors.Outcome;
import io.enforcement.gateway.routes.partner.EffectClass;
import io.enforcement.gateway.routes.partner.Partner.Receiving;
import io.enforcement.gateway.routes.store.Attempt;
import io.enforcement.gateway.routes.store.DeliveryState;
import io.enforcement.gateway.routes.store.Settlement;
import io.enforcement.gateway.standards.validation.Finding;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * The one policy: what follows from an outcome, by the receiver's effect class and its ladder,
 * whatever the transport. Pure but for the jitter of waiting times; thread-safe.
 */
@Component
public class FailurePolicy {

  /**
   * Waiting times vary by this share, so that a partner that comes back is not met by everything at
   * once.
   */
  private static final double JITTER = 0.2;

  /** Why nothing is sent to a receiver that does not take the exchange any more, or not yet. */
  public static final String NOT_IN_SERVICE = "exchange is not in service";

  private static final List<String> NOT_TAKEN =
      Stream.of(Outcome.Unavailable.class, Outcome.Ambiguous.class)
          .map(outcome -> outcome.getSimpleName() + ": ")
          .toList();

  /** Whether a cause tells of an attempt that was made, and that the receiver did not take. */
  static boolean wasTried(String cause) {
    return NOT_TAKEN.stream().anyMatch(cause::startsWith);
  }

  /** Judges the outcome of an attempt. */
  public Settlement judge(Receiving receiver, Attempt attempt, Outcome outcome) {
    Optional<Duration> receipt = receiver.receiptWithin();
    if (outcome instanceof Outcome.Accepted && receipt.isPresent()) {
      return awaitingReceipt(receiver.ladder(), attempt, outcome, receipt.get());
    }
    if (outcome instanceof Outcome.Accepted) {
      return settled(attempt, taken(receiver), outcome, attempt.delivery().uncertain());
    }
    // What a carrier refuses, the receiver has not: it may be starting, or its queue be made later.
    if (outcome instanceof Outcome.Refused && receipt.isEmpty()) {
      return settled(
          attempt, DeliveryState.REFUSED_BY_RECEIVER, outcome, attempt.delivery().uncertain());
    }
    boolean uncertain = attempt.delivery().uncertain() || outcome instanceof Outcome.Ambiguous;
    if (uncertain && receiver.effect() == EffectClass.C) {
      return settled(attempt, DeliveryState.IN_DOUBT, outcome, true);
    }
    return nextRung(receiver.ladder(), attempt, outcome, uncertain);
  }

  /**
   * A carrier has it, the receiver has not said so yet: its receipt ends the delivery. When none
   * comes in time the same goes again under the same key.
   */
  private static Settlement awaitingReceipt(
      List<Duration> ladder, Attempt attempt, Outcome handedOver, Duration within) {
    Settlement next = nextRung(ladder, attempt, handedOver, true);
    return next.state() == DeliveryState.PARKED
        ? next
        : new Settlement(
            attempt,
            next.state(),
            next.outcome(),
            "handed over, the receipt is awaited",
            null,
            within,
            next.ladder(),
            true,
            List.of());
  }

  /** Who must have the files too has not got everything with the record. */
  private static DeliveryState taken(Receiving receiver) {
    return receiver.attachments().mustArrive() ? DeliveryState.CONFIRMING : DeliveryState.DELIVERED;
  }

  /** The attempt was not made, for a reason that says nothing about it: no step on the ladder. */
  public Settlement postpone(Attempt attempt, Duration wait, String reason) {
    return notTried(attempt, DeliveryState.RETRY_AT, reason, wait, List.of());
  }

  /** There is nothing that could be sent: people look at it. */
  public Settlement unfit(Attempt attempt, String cause, List<Finding> findings) {
    return notTried(attempt, DeliveryState.PARKED, cause, Duration.ZERO, findings);
  }

  /** A revocation whose decision the receiver never got needs not go out. */
  public Settlement needless(Attempt attempt) {
    return notTried(
        attempt,
        DeliveryState.CANCELLED,
        "the receiver does not hold the decision",
        Duration.ZERO,
        List.of());
  }

  private static Settlement notTried(
      Attempt attempt, DeliveryState state, String reason, Duration wait, List<Finding> findings) {
    return new Settlement(
        attempt,
        state,
        Settlement.NOT_TRIED,
        reason,
        null,
        wait,
        attempt.delivery().ladder(),
        attempt.delivery().uncertain(),
        findings);
  }

  /**
   * Nobody knows the outcome, and the receiver is no longer in service to be asked: people decide.
   */
  public Settlement unknown(Attempt attempt, Outcome outcome) {
    return settled(attempt, DeliveryState.IN_DOUBT, outcome, true);
  }

  private static Settlement nextRung(
      List<Duration> ladder, Attempt attempt, Outcome outcome, boolean uncertain) {
    int failures = attempt.delivery().ladder() + 1;
    boolean exhausted = failures > ladder.size();
    return new Settlement(
        attempt,
        exhausted ? DeliveryState.PARKED : DeliveryState.RETRY_AT,
        word(outcome),
        outcome.reason(),
        outcome.reply(),
        exhausted ? Duration.ZERO : jittered(ladder.get(failures - 1)),
        failures,
        uncertain,
        List.of());
  }

  private static Settlement settled(
      Attempt attempt, DeliveryState state, Outcome outcome, boolean uncertain) {
    byte[] evidence = outcome instanceof Outcome.Accepted ? null : outcome.reply();
    return new Settlement(
        attempt,
        state,
        word(outcome),
        outcome.reason(),
        evidence,
        Duration.ZERO,
        attempt.delivery().ladder(),
        uncertain,
        List.of());
  }

  private static String word(Outcome outcome) {
    return outcome.getClass().getSimpleName();
  }

  private static Duration jittered(Duration wait) {
    double factor = 1 + ThreadLocalRandom.current().nextDouble(-JITTER, JITTER);
    return Duration.ofMillis(Math.round(wait.toMillis() * factor));
  }
}
