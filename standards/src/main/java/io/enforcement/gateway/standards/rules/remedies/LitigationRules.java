package io.enforcement.gateway.standards.rules.remedies;

import io.enforcement.gateway.standards.model.Litigation;
import io.enforcement.gateway.standards.rules.book.Findings;
import java.time.LocalDate;
import java.util.Set;

/** Results of administrative litigation. */
final class LitigationRules {

  private static final String FIRST_INSTANCE = "1";
  // Upheld, changed and sent back: only a court above another one decides so.
  private static final Set<String> RESULTS_ABOVE_FIRST = Set.of("11", "12", "13");

  private LitigationRules() {}

  static void check(Litigation found, LocalDate today, Findings findings) {
    if (found.getResult() != null && found.getResultDate() == null) {
      findings.add("litigation.result-without-date", "resultDate", "absent");
    }
    if (found.getResult() == null && found.getResultDate() != null) {
      findings.add("litigation.date-without-result", "result", "absent");
    }
    if (FIRST_INSTANCE.equals(found.getInstance())
        && found.getResult() != null
        && RESULTS_ABOVE_FIRST.contains(found.getResult())) {
      findings.add("litigation.result-of-instance", "result", "a result of a higher instance");
    }
  }
}
