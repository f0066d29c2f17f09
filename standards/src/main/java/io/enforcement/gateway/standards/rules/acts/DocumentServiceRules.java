package io.enforcement.gateway.standards.rules.acts;

import io.enforcement.gateway.standards.calendar.Limit;
import io.enforcement.gateway.standards.model.Service;
import io.enforcement.gateway.standards.rules.book.Findings;
import io.enforcement.gateway.standards.rules.book.RuleBook;
import java.time.LocalDate;

/** Whether a document reached its addressee in time and in due form. */
final class DocumentServiceRules {

  // Codes of the tables served-document and service-method.
  private static final String PENALTY_DECISION = "01";
  private static final String LICENCE_DECISION = "06";
  private static final String DIRECT = "01";
  private static final String LEFT = "02";
  private static final String ANNOUNCED = "05";
  private static final String ELECTRONIC = "06";

  // 行政处罚法 art. 61: within seven days to a party that was absent.
  private static final Limit PENALTY = Limit.parse("7 WD");
  // 行政许可法 art. 44 and 82: within ten working days.
  private static final Limit LICENCE = Limit.parse("10 WD");
  // 民事诉讼法 (2023) art. 95: deemed served thirty days after the announcement.
  private static final int ANNOUNCEMENT_DAYS = 30;

  private final Service service;
  private final Findings findings;

  private DocumentServiceRules(Service service, Findings findings) {
    this.service = service;
    this.findings = findings;
  }

  static void addTo(RuleBook book) {
    book.add(Service.class, DocumentServiceRules::check);
  }

  private static void check(Service service, LocalDate today, Findings findings) {
    DocumentServiceRules rules = new DocumentServiceRules(service, findings);
    rules.inTime();
    rules.announcement();
    rules.proof();
  }

  /** The announcement counts as the act of serving: the thirty days after it are the law's. */
  private void inTime() {
    LocalDate made =
        service.getServedDocument() == null ? null : service.getServedDocument().getDate();
    LocalDate done = isBy(ANNOUNCED) ? service.getAnnouncementDate() : service.getServedDate();
    String path = isBy(ANNOUNCED) ? "announcementDate" : "servedDate";
    if (PENALTY_DECISION.equals(service.getDocumentKind())) {
      late(PENALTY, made, done, path);
    } else if (LICENCE_DECISION.equals(service.getDocumentKind())) {
      late(LICENCE, made, done, path);
    }
  }

  private void late(Limit limit, LocalDate made, LocalDate done, String path) {
    if (findings.deadlines().missed(limit, made, done)) {
      findings.add("service.late", path, "after the limit", String.valueOf(limit.amount()));
    }
  }

  private void announcement() {
    if (!isBy(ANNOUNCED)) {
      return;
    }
    LocalDate announced = service.getAnnouncementDate();
    LocalDate served = service.getServedDate();
    if (announced == null) {
      findings.add("service.announcement-missing", "announcementDate", "absent");
    } else if (served != null && served.isBefore(announced.plusDays(ANNOUNCEMENT_DAYS))) {
      findings.add(
          "service.announcement-short", "servedDate", "before the end of the announcement");
    }
  }

  private void proof() {
    if (isBy(DIRECT) && service.getSignedBy() == null) {
      findings.add("service.unsigned", "signedBy", "absent");
    }
    boolean recorded = Boolean.TRUE.equals(service.isRecorded());
    if (isBy(LEFT) && service.getWitness() == null && !recorded) {
      findings.add("service.left-without-proof", "witness", "neither witness nor recording");
    }
    if (isBy(ELECTRONIC) && !Boolean.TRUE.equals(service.isElectronicConsent())) {
      findings.add("service.electronic-consent", "electronicConsent", "no consent stated");
    }
  }

  private boolean isBy(String method) {
    return method.equals(service.getServiceMethod());
  }
}
