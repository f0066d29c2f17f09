package io.enforcement.gateway.routes.audit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Which numbers of events have been seen. A number that is missing below the highest may still
 * come: its transaction is not over. It never will once every transaction is over that ran when it
 * was missed, and a while longer, because a number is drawn a moment before its transaction has a
 * name. Not thread-safe.
 */
final class EventHoles {

  /** Longer than any statement may take; within one the number is drawn and the name given. */
  static final Duration PATIENCE = Duration.ofSeconds(40);

  private static final long NOT_ASKED = -1;

  /**
   * Numbers that are missing.
   *
   * @param first the first of them
   * @param last the last of them
   * @param missedAt nanoseconds of the monotonic clock
   * @param newest the transaction that was the next to begin when they were missed
   */
  record Hole(long first, long last, long missedAt, long newest) {}

  private final List<Hole> holes = new ArrayList<>();
  private long highest;

  /** All numbers up to this one are dealt with. */
  EventHoles(long settledTo) {
    this.highest = settledTo;
  }

  /** The highest number seen. */
  long highest() {
    return highest;
  }

  /** Every number up to this one was seen or will never come. */
  long settledTo() {
    return holes.isEmpty() ? highest : holes.get(0).first() - 1;
  }

  /** The holes, by their numbers. */
  List<Hole> open() {
    return List.copyOf(holes);
  }

  /**
   * A number was seen.
   *
   * @param now nanoseconds of the monotonic clock
   */
  void saw(long number, long now) {
    if (number > highest) {
      if (number > highest + 1) {
        holes.add(new Hole(highest + 1, number - 1, now, NOT_ASKED));
      }
      highest = number;
      return;
    }
    for (int i = 0; i < holes.size(); i++) {
      Hole hole = holes.get(i);
      if (hole.first() <= number && number <= hole.last()) {
        holes.remove(i);
        if (number < hole.last()) {
          holes.add(i, new Hole(number + 1, hole.last(), hole.missedAt(), hole.newest()));
        }
        if (hole.first() < number) {
          holes.add(i, new Hole(hole.first(), number - 1, hole.missedAt(), hole.newest()));
        }
        return;
      }
    }
    throw new IllegalStateException("event " + number + " was seen before");
  }

  /**
   * Gives up holes that nobody can fill any more. Call with transactions that were asked for
   * <em>before</em> the holes were last looked at.
   *
   * @param oldest the oldest transaction that still ran
   * @param newest the next to begin
   * @param now nanoseconds of the monotonic clock
   */
  void settle(long oldest, long newest, long now) {
    holes.removeIf(
        hole ->
            hole.newest() != NOT_ASKED
                && hole.newest() <= oldest
                && now - hole.missedAt() > PATIENCE.toNanos());
    holes.replaceAll(
        hole ->
            hole.newest() == NOT_ASKED
                ? new Hole(hole.first(), hole.last(), hole.missedAt(), newest)
                : hole);
  }
}
