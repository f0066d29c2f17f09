package io.enforcement.gateway.standards.rules.cooperation;

import io.enforcement.gateway.standards.calendar.Limit;
import io.enforcement.gateway.standards.model.AssistAnswer;
import io.enforcement.gateway.standards.model.AssistRequest;
import io.enforcement.gateway.standards.model.JointEnforcement;
import io.enforcement.gateway.standards.model.JointMember;
import io.enforcement.gateway.standards.model.OrganReference;
import io.enforcement.gateway.standards.rules.book.Findings;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;

/** Help that bodies ask of each other, and what they do together. */
final class AssistanceRules {

  // 市场监督管理行政处罚程序规定 art. 45; a delay is told before the time is over.
  private static final Limit ANSWER = Limit.parse("15 WD");
  // Codes of assist-kind and assist-result.
  private static final String DOCUMENTS = "1";
  private static final Set<String> ON_SITE = Set.of("2", "3", "4");
  private static final Set<String> NOT_DONE = Set.of("3", "4");

  private AssistanceRules() {}

  static void request(AssistRequest found, LocalDate today, Findings findings) {
    String kind = found.getKind();
    if (DOCUMENTS.equals(kind) && found.getQuestions().isEmpty()) {
      findings.add("assist.no-question", "questions", "absent");
    }
    if (kind == null || !ON_SITE.contains(kind)) {
      return;
    }
    if (found.getPlace() == null) {
      findings.add("assist.no-place-or-time", "place", "absent");
    }
    if (found.getNeededFrom() == null) {
      findings.add("assist.no-place-or-time", "neededFrom", "absent");
    }
  }

  static void answer(AssistAnswer found, LocalDate today, Findings findings) {
    LocalDate received = found.getReceivedDate();
    LocalDate told = found.getDelayToldDate();
    boolean toldInTime = told != null && !findings.deadlines().missed(ANSWER, received, told);
    if (!toldInTime && findings.deadlines().missed(ANSWER, received, found.getAnswerDate())) {
      findings.add("assist.answer-late", "answerDate", "after the limit");
    }
    if (found.getResult() != null
        && NOT_DONE.contains(found.getResult())
        && found.getReason() == null) {
      findings.add("assist.no-reason", "reason", "absent");
    }
  }

  static void joint(JointEnforcement found, LocalDate today, Findings findings) {
    long members =
        found.getMembers().stream()
            .filter(Objects::nonNull)
            .map(JointMember::getOrgan)
            .filter(Objects::nonNull)
            .map(AssistanceRules::identity)
            .distinct()
            .count();
    if (members < 2) {
      findings.add("joint.one-member", "members", members + " body");
    }
    LocalDate end = found.getEndDate();
    if (end != null && end.isBefore(today) && found.getResult() == null) {
      findings.add("joint.no-result", "result", "absent although it is over");
    }
  }

  private static String identity(OrganReference organ) {
    return organ.getUscc() == null ? String.valueOf(organ.getName()) : organ.getUscc();
  }
}
