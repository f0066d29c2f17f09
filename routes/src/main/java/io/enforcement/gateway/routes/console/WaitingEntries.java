package io.enforcement.gateway.routes.console;

import io.enforcement.gateway.routes.failure.Proposals;
import io.enforcement.gateway.routes.partner.ExchangeKey;
import io.enforcement.gateway.routes.partner.Restrictions;
import io.enforcement.gateway.routes.problem.ProblemCode;
import io.enforcement.gateway.routes.problem.ProblemException;
import io.enforcement.gateway.routes.store.MessageViews;
import io.enforcement.gateway.routes.store.ParkedStore;
import io.enforcement.gateway.routes.store.ParkedStore.Parked;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/**
 * What the API of parked entries and of proposals have alike: who may see which entry, what a
 * reason is, and how it is told that something cannot be done. Thread-safe.
 */
@Component
class WaitingEntries {

  private static final int LONGEST_REASON = 500;

  private final ParkedStore parked;
  private final Restrictions restrictions;
  private final MessageViews views;
  private final MessageReaders readers;

  WaitingEntries(
      ParkedStore parked, Restrictions restrictions, MessageViews views, MessageReaders readers) {
    this.parked = parked;
    this.restrictions = restrictions;
    this.views = views;
    this.readers = readers;
  }

  /** The entry; one that the person may not see is no entry. */
  Parked find(UUID id, Authentication person) {
    return parked
        .find(id)
        .filter(e -> maySee(e.partner(), e.exchange(), person))
        .orElseThrow(() -> ProblemException.of(ProblemCode.NOT_FOUND));
  }

  /** The entry of a message that the person may read: it may have come by another exchange. */
  Parked findReadable(UUID id, Authentication person) {
    Parked entry = find(id, person);
    views
        .find(entry.messageId())
        .filter(message -> readers.mayRead(person, message))
        .orElseThrow(() -> ProblemException.of(ProblemCode.NOT_FOUND));
    return entry;
  }

  boolean maySee(String partner, String exchange, Authentication person) {
    return !restrictions.hides(person.getName(), new ExchangeKey(partner, exchange));
  }

  static String reason(String given) {
    if (given == null || given.isBlank() || given.length() > LONGEST_REASON) {
      throw ProblemException.of(
          ProblemCode.UNPROCESSABLE, "reason", "proposal.reason", Integer.toString(LONGEST_REASON));
    }
    return given.strip();
  }

  /** Does it, or tells why not. */
  static <T> T tried(Supplier<T> step) {
    try {
      return step.get();
    } catch (Proposals.Impossible e) {
      throw switch (e.why()) {
        case GONE -> ProblemException.of(ProblemCode.NOT_FOUND);
        case PROPOSED_ALREADY -> conflict("proposal.waits-already");
        case NOT_IN_DOUBT -> conflict("proposal.not-in-doubt");
        case IN_DOUBT -> conflict("replay.needs-two-people");
        case SIGNED -> conflict("proposal.signed-body");
        case NOT_CORRECTABLE -> conflict("proposal.not-correctable");
        case NOT_NOW -> conflict("proposal.not-now");
      };
    }
  }

  private static ProblemException conflict(String rule) {
    return ProblemException.of(ProblemCode.CONFLICT, "id", rule);
  }
}
