package io.enforcement.gateway.standards.rules.cooperation;

import io.enforcement.gateway.standards.model.CopyNotice;
import io.enforcement.gateway.standards.model.ImproperActCorrection;
import io.enforcement.gateway.standards.rules.book.Findings;
import java.time.LocalDate;

/** Copy notices, and answers to a notice of an improper act. */
final class NoticeRules {

  private NoticeRules() {}

  static void correction(ImproperActCorrection found, LocalDate today, Findings findings) {
    if (findings.deadlines().missed(found.getLimit(), found.getCorrectionDate())) {
      findings.add("improper.correction-late", "correctionDate", "after the stated limit");
    }
    if (Boolean.FALSE.equals(found.isCorrected()) && found.getReason() == null) {
      findings.add("improper.uncorrected-without-reason", "reason", "absent");
    }
  }

  static void copy(CopyNotice found, LocalDate today, Findings findings) {
    if (found.getIllegalAct() == null) {
      findings.add("copy.no-violation", "illegalAct", "absent");
    }
  }
}
