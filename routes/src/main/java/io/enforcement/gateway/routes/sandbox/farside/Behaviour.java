package io.enforcement.gateway.routes.sandbox.farside;

import java.time.Duration;
import java.util.Objects;

/**
 * How a simulated partner behaves from now on. Immutable.
 *
 * @param kind what it does
 * @param delay how long it thinks before it answers; zero unless {@link Kind#SLOW}
 * @param reason what it says when it refuses; empty unless {@link Kind#REFUSE}
 */
public record Behaviour(Kind kind, Duration delay, String reason) {

  /** The kinds of behaviour that a partner can be switched to. */
  public enum Kind {
    /** Works as its interface description says. */
    OK,
    /** Works, after the delay. */
    SLOW,
    /** Cannot be reached: connections are refused. */
    DOWN,
    /** Fails without having done anything. */
    ERROR_500,
    /** Does the work and fails to say so: the ambiguous outcome. */
    ERROR_500_AFTER_WORK,
    /** Understands and says no, with the reason. */
    REFUSE,
    /** Answers what nobody can read. */
    GARBAGE
  }

  public Behaviour {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(delay, "delay");
    Objects.requireNonNull(reason, "reason");
    if (delay.isNegative() || delay.compareTo(Duration.ofMinutes(5)) > 0) {
      throw new IllegalArgumentException("delay must be between 0 and 5 minutes");
    }
    if (kind == Kind.REFUSE && reason.isBlank()) {
      throw new IllegalArgumentException("a refusal needs a reason");
    }
  }

  public static Behaviour ok() {
    return of(Kind.OK);
  }

  public static Behaviour slow(long millis) {
    return new Behaviour(Kind.SLOW, Duration.ofMillis(millis), "");
  }

  public static Behaviour refuse(String reason) {
    return new Behaviour(Kind.REFUSE, Duration.ZERO, reason);
  }

  /** A behaviour that needs neither delay nor reason. */
  public static Behaviour of(Kind kind) {
    return new Behaviour(kind, Duration.ZERO, "");
  }
}
