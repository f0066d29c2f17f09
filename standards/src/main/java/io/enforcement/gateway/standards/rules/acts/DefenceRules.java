package io.enforcement.gateway.standards.rules.acts;

import io.enforcement.gateway.standards.model.Penalty;
import io.enforcement.gateway.standards.model.PriorNotice;
import io.enforcement.gateway.standards.model.Statement;
import io.enforcement.gateway.standards.model.TimeLimit;
import io.enforcement.gateway.standards.model.TimeLimitUnit;
import io.enforcement.gateway.standards.rules.book.Findings;
import io.enforcement.gateway.standards.rules.book.RuleBook;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;

/** What the party is told before a penalty, and what becomes of what it says. */
final class DefenceRules {

  // 行政处罚法 art. 63: 07 lower grade, 08 revoked licence, 10 stopped business, 11 closure,
  // 12 ban from a trade. From which fine on a hearing is due, each region says for itself.
  private static final Set<String> WITH_HEARING = Set.of("07", "08", "10", "11", "12");
  // 行政处罚法 art. 64: a hearing may be asked for within five days.
  private static final int HEARING_DAYS = 5;
  private static final String ADOPTED = "01";

  private DefenceRules() {}

  static void addTo(RuleBook book) {
    book.add(PriorNotice.class, DefenceRules::notice);
    book.add(Statement.class, DefenceRules::statement);
  }

  private static void notice(PriorNotice notice, LocalDate today, Findings findings) {
    if (Boolean.FALSE.equals(notice.isStatementRight())) {
      findings.add("notice.statement-right", "statementRight", "not told");
    }
    boolean heavy =
        notice.getPenalties().stream()
            .filter(Objects::nonNull)
            .map(Penalty::getType)
            .anyMatch(type -> type != null && WITH_HEARING.contains(type));
    if (heavy && Boolean.FALSE.equals(notice.isHearingRight())) {
      findings.add("notice.hearing-right", "hearingRight", "not told");
    }
    if (Boolean.TRUE.equals(notice.isHearingRight()) && isShort(notice.getHearingLimit())) {
      findings.add("notice.hearing-limit", "hearingLimit.length", "shorter than the law's");
    }
    if (notice.getServedDate() == null || notice.getServiceMethod() == null) {
      String path = notice.getServedDate() == null ? "servedDate" : "serviceMethod";
      findings.add("notice.service", path, "absent");
    }
  }

  private static boolean isShort(TimeLimit limit) {
    return limit != null
        && limit.getLength() != null
        && limit.getLength() < HEARING_DAYS
        && (limit.getUnit() == TimeLimitUnit.WD || limit.getUnit() == TimeLimitUnit.CD);
  }

  private static void statement(Statement statement, LocalDate today, Findings findings) {
    if (statement.getContent() == null && statement.getAttachments().isEmpty()) {
      findings.add("defence.content", "content", "absent");
    }
    String adoption = statement.getAdoption();
    if (adoption == null) {
      findings.add("defence.answer", "adoption", "absent");
    } else if (!ADOPTED.equals(adoption) && statement.getAdoptionReason() == null) {
      findings.add("defence.reason", "adoptionReason", "absent");
    }
    if (Boolean.TRUE.equals(statement.isPenaltyRaised())) {
      findings.add("defence.heavier", "penaltyRaised", "raised");
    }
  }
}
