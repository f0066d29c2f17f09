package io.enforcement.gateway.standards.rules.hotline;

import io.enforcement.gateway.standards.model.HotlineExtensionAnswer;
import io.enforcement.gateway.standards.model.HotlineOrderReference;
import io.enforcement.gateway.standards.model.OrderExtension;
import io.enforcement.gateway.standards.model.OrderReturn;
import io.enforcement.gateway.standards.model.OrderSign;
import io.enforcement.gateway.standards.model.SupervisionNotice;
import io.enforcement.gateway.standards.model.TimeLimit;
import io.enforcement.gateway.standards.rules.book.Deadlines;
import io.enforcement.gateway.standards.rules.book.Findings;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Set;

/** Signing, returning, extending and urging an order of the hotline. */
final class HotlineAnswerRules {

  private static final Set<String> NOT_OURS = Set.of("01", "02");
  private static final String SUPERVISED = "2";

  private HotlineAnswerRules() {}

  static void sign(OrderSign sign, LocalDate today, Findings findings) {
    HotlineOrderReference order = sign.getOrderReference();
    if (findings
        .deadlines()
        .missed(HotlineRules.limit(order), HotlineRules.dispatched(order), sign.getSignedAt())) {
      findings.add("hotline.signed-after-due", "signedAt", "after the limit for handling");
    }
    window(order, sign.getSignWindow(), sign.getSignedAt(), "signedAt", findings);
  }

  static void returned(OrderReturn returned, LocalDate today, Findings findings) {
    if (returned.getReturnCode() == null) {
      findings.add("hotline.reason-missing", "returnCode", "absent");
    }
    if (returned.getReason() == null) {
      findings.add("hotline.reason-missing", "reason", "absent");
    }
    if (returned.getReturnCode() != null
        && NOT_OURS.contains(returned.getReturnCode())
        && returned.getBasis() == null) {
      findings.add("hotline.return-without-basis", "basis", "absent");
    }
    window(
        returned.getOrderReference(),
        returned.getSignWindow(),
        returned.getReturnedAt(),
        "returnedAt",
        findings);
  }

  static void extension(OrderExtension extension, LocalDate today, Findings findings) {
    HotlineOrderReference order = extension.getOrderReference();
    TimeLimit limit = HotlineRules.limit(order);
    if (findings
        .deadlines()
        .missed(limit, HotlineRules.dispatched(order), extension.getAskedAt())) {
      findings.add("hotline.extension-after-limit", "askedAt", "after the limit for handling");
    }
    if (extension.getReason() == null) {
      findings.add("hotline.reason-missing", "reason", "absent");
    }
    HotlineExtensionAnswer answer = extension.getAnswer();
    OffsetDateTime due = limit == null ? null : limit.getDue();
    OffsetDateTime newDue = extension.getNewDue();
    if (answer != null
        && Boolean.TRUE.equals(answer.isGranted())
        && due != null
        && newDue != null
        && !newDue.isAfter(due)) {
      findings.add("hotline.new-due-not-later", "newDue", "not later than before");
    }
  }

  static void supervision(SupervisionNotice notice, LocalDate today, Findings findings) {
    if (SUPERVISED.equals(notice.getKind()) && !Deadlines.binds(notice.getAnswerLimit())) {
      findings.add("hotline.supervision-without-limit", "answerLimit", "absent or without an end");
    }
  }

  private static void window(
      HotlineOrderReference order,
      TimeLimit window,
      OffsetDateTime done,
      String path,
      Findings findings) {
    if (findings.deadlines().missed(window, HotlineRules.dispatched(order), done)) {
      findings.add("hotline.window-passed", path, "after the window");
    }
  }
}
