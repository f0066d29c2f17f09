package io.enforcement.gateway.connectors.rest;

import io.enforcement.gateway.connectors.Secret;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * A secret that a partner's refresh service hands out for a short time. Kept until shortly before
 * its end; asked for by one thread at a time, and who comes meanwhile shares the answer, good or
 * bad. Thread-safe.
 */
final class ShortLivedSecret {

  /** Early enough that a request under way is still good when it arrives. */
  private static final Duration MARGIN = Duration.ofSeconds(30);

  /** Where the secret comes from. */
  @FunctionalInterface
  interface Issuer {
    /**
     * @throws NotSent when no secret was issued
     */
    Issued issue() throws NotSent;
  }

  /**
   * @param end when it stops being valid
   */
  record Issued(Secret value, Instant end) {}

  /** A secret in use. */
  static final class Held {
    private final Secret value;
    private final Instant renewal;
    private final boolean replacement;
    private volatile boolean worked;

    private Held(Secret value, Instant renewal, boolean replacement) {
      this.value = value;
      this.renewal = renewal;
      this.replacement = replacement;
    }

    Secret value() {
      return value;
    }

    /** The partner has accepted it. */
    void hasWorked() {
      worked = true;
    }
  }

  private final Issuer issuer;
  private final Clock clock;
  private Held held;
  private boolean replacing;
  private FutureTask<Held> refresh;

  ShortLivedSecret(Issuer issuer, Clock clock) {
    this.issuer = issuer;
    this.clock = clock;
  }

  /**
   * The secret to sign with now; asks for a new one when there is none.
   *
   * @throws NotSent when there is none to be had
   */
  Held current() throws NotSent {
    FutureTask<Held> task;
    boolean mine = false;
    synchronized (this) {
      if (held != null && clock.instant().isBefore(held.renewal)) {
        return held;
      }
      if (refresh == null) {
        refresh = new FutureTask<>(this::renew);
        mine = true;
      }
      task = refresh;
    }
    if (mine) {
      task.run();
    }
    return outcome(task);
  }

  /**
   * The partner did not accept it: it is used no more.
   *
   * @return whether a new one is worth a try; not when this one had replaced another for the same
   *     reason and never worked
   */
  synchronized boolean turnedDown(Held given) {
    if (held == given) {
      held = null;
      replacing = true;
    }
    return given.worked || !given.replacement;
  }

  private Held renew() throws NotSent {
    try {
      Issued issued = issuer.issue();
      Instant now = clock.instant();
      Duration life = Duration.between(now, issued.end());
      if (life.isNegative() || life.isZero()) {
        throw new NotSent("the refresh service gave a secret that has expired");
      }
      Duration margin = MARGIN.compareTo(life) < 0 ? MARGIN : life.dividedBy(2);
      synchronized (this) {
        held = new Held(issued.value(), issued.end().minus(margin), replacing);
        replacing = false;
        return held;
      }
    } finally {
      synchronized (this) {
        refresh = null;
      }
    }
  }

  private static Held outcome(FutureTask<Held> task) throws NotSent {
    try {
      return task.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new NotSent("interrupted while the secret was refreshed");
    } catch (ExecutionException e) {
      throw e.getCause() instanceof NotSent known
          ? new NotSent(known.getMessage())
          : new NotSent("the secret cannot be refreshed");
    }
  }
}
