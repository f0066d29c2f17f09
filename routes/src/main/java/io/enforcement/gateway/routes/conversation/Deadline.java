package io.enforcement.gateway.routes.conversation;

import io.enforcement.gateway.routes.store.DeadlineState;
import java.time.OffsetDateTime;
import java.util.SortedSet;

/**
 * One duty of one conversation, as it stands: who owes what since when and until when. Immutable.
 *
 * @param rule id of the rule
 * @param version of the rule when the deadline was first computed: a rule that changes later moves
 *     no deadline
 * @param trigger identity of the document that started the clock
 * @param receiver the partner that owes it, where each receiver does; else empty
 * @param start when the clock started
 * @param counted when the limit ends without its pauses, exclusive for limits of days: midnight
 *     after the last day
 * @param due the same with its pauses
 * @param unknownYears years that the calendar does not know yet; the true end may be later
 * @param warnAt from when it is due soon
 * @param state what became of it
 * @param done when it was answered; null while it was not
 * @param owner role that owes it
 */
record Deadline(
    String rule,
    String version,
    String trigger,
    String receiver,
    Moment start,
    OffsetDateTime counted,
    OffsetDateTime due,
    SortedSet<Integer> unknownYears,
    OffsetDateTime warnAt,
    DeadlineState state,
    Moment done,
    String owner) {

  /** What tells it from all others of its conversation. */
  record Key(String rule, String trigger, String receiver) {}

  Key key() {
    return new Key(rule, trigger, receiver);
  }

  /** Whether it has not come to an end. */
  boolean isRunning() {
    return state == DeadlineState.OPEN || state == DeadlineState.PAUSED;
  }

  /** The same, not given up because of what ended the conversation. */
  Deadline waiting() {
    return state != DeadlineState.MOOT
        ? this
        : new Deadline(
            rule,
            version,
            trigger,
            receiver,
            start,
            counted,
            due,
            unknownYears,
            warnAt,
            DeadlineState.OPEN,
            done,
            owner);
  }
}
