package io.enforcement.gateway.routes.console;

import io.enforcement.gateway.routes.conversation.DeadlineRule;
import io.enforcement.gateway.routes.conversation.DeadlineTable;
import io.enforcement.gateway.routes.conversation.Moment;
import io.enforcement.gateway.routes.problem.Language;
import io.enforcement.gateway.routes.store.ConversationViews.Owed;
import io.enforcement.gateway.routes.store.DeadlineState;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Component;

/** How deadlines are shown: with the words of their rules, and what the clock makes of them. */
@Component
class ShownDeadlines {

  private final DeadlineTable rules;
  private final Clock clock;

  ShownDeadlines(DeadlineTable rules, Clock clock) {
    this.rules = rules;
    this.clock = clock;
  }

  List<DeadlineStatus> shown(Collection<Owed> deadlines, Language language) {
    return deadlines.stream().map(owed -> shown(owed, language)).toList();
  }

  private DeadlineStatus shown(Owed owed, Language language) {
    DeadlineRule rule = rules.rule(owed.rule(), owed.region()).orElse(null);
    return new DeadlineStatus(
        owed.id(),
        owed.conversation(),
        owed.kind(),
        owed.rule(),
        owed.ruleVersion(),
        rule == null ? null : language.text(rule.duty()),
        rule == null || rule.doubt() == null ? null : language.text(rule.doubt()),
        rule == null ? null : rule.basis(),
        rule == null ? null : rule.severity().name(),
        rule == null ? null : rule.finding(),
        owed.startedAt(),
        end(owed.dueAt()),
        owed.provisional(),
        state(owed, rule),
        owed.doneAt(),
        owed.ownerRole(),
        owed.ownerUscc(),
        owed.ownerName(),
        owed.byHand(),
        owed.closedAt(),
        owed.closedReason());
  }

  private String state(Owed owed, DeadlineRule rule) {
    if (owed.closedAt() != null) {
      return "CLOSED";
    }
    boolean passed =
        owed.state() == DeadlineState.OPEN
            && !owed.provisional()
            && !owed.dueAt().isAfter(clock.instant());
    if (!passed) {
      return owed.state().name();
    }
    return rule != null && rule.accuses() ? "OVERDUE" : "DOUBTFUL";
  }

  /** The end of a limit as people are to read it. */
  static OffsetDateTime end(Instant end) {
    return Moment.shown(end.atOffset(ZoneOffset.UTC));
  }
}
