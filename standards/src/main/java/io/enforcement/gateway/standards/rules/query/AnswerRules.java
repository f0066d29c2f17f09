package io.enforcement.gateway.standards.rules.query;

import io.enforcement.gateway.standards.model.Answer;
import io.enforcement.gateway.standards.model.AnswerOutcome;
import io.enforcement.gateway.standards.model.QueryKind;
import io.enforcement.gateway.standards.rules.book.Findings;
import java.time.LocalDate;
import java.util.List;

/** Answers: outcome and results say the same, and nothing is told that was not asked. */
final class AnswerRules {

  private record Results(String path, QueryKind kind, List<?> found) {}

  private AnswerRules() {}

  static void check(Answer answer, LocalDate today, Findings findings) {
    if (answer.getAnswerOutcome() == AnswerOutcome.NOT_PERMITTED
        && answer.getNotPermittedReason() == null) {
      findings.add("query.not-permitted-reason", "notPermittedReason", "absent");
    }
    List.of(
            new Results(
                "officerAnswers", QueryKind.OFFICER_CERTIFICATE, answer.getOfficerAnswers()),
            new Results("holderAnswers", QueryKind.ITEM_HOLDER, answer.getHolderAnswers()),
            new Results("licenceAnswers", QueryKind.LICENCES, answer.getLicenceAnswers()),
            new Results(
                "inspectionAnswers", QueryKind.RECENT_INSPECTIONS, answer.getInspectionAnswers()))
        .forEach(results -> results(results, answer, findings));
  }

  private static void results(Results results, Answer answer, Findings findings) {
    boolean found = answer.getAnswerOutcome() == AnswerOutcome.FOUND;
    if (results.kind() != answer.getQueryKind()) {
      if (answer.getQueryKind() != null && !results.found().isEmpty()) {
        findings.add("query.answer-other-kind", results.path(), "results of another kind");
      }
    } else if (found && results.found().isEmpty()) {
      findings.add("query.answer-empty", results.path(), "none");
    } else if (!found && answer.getAnswerOutcome() != null && !results.found().isEmpty()) {
      findings.add("query.answer-contradicts", "answerOutcome", "nothing found, with results");
    }
  }
}
