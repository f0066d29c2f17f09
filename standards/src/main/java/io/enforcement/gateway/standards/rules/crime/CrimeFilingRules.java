package io.enforcement.gateway.standards.rules.crime;

import io.enforcement.gateway.standards.calendar.Limit;
import io.enforcement.gateway.standards.model.CrimeResult;
import io.enforcement.gateway.standards.model.FilingDecision;
import io.enforcement.gateway.standards.model.FilingRefusal;
import io.enforcement.gateway.standards.model.GoodsHandover;
import io.enforcement.gateway.standards.rules.book.Findings;
import io.enforcement.gateway.standards.rules.book.RuleBook;
import java.time.LocalDate;
import java.util.Map;

/** The decision to file or not, how the agency hears of it, and the handover that follows. */
final class CrimeFilingRules {

  // Table filing-clock. 国务院令第730号 art. 8; 环环监〔2017〕17号 art. 9; for economic crimes
  // 公安机关办理经济犯罪案件的若干规定 art. 16, which was seen as a quotation only.
  private static final Limit ORDINARY = Limit.parse("3 CD");
  private static final Map<String, Limit> CLOCKS =
      Map.of(
          "1", ORDINARY,
          "2", Limit.parse("7 CD"),
          "3", Limit.parse("30 CD"),
          "4", Limit.parse("10 CD"),
          "5", Limit.parse("30 CD"),
          "6", Limit.parse("60 CD"));
  // 人民检察院刑事诉讼规则 art. 563; 公安机关办理刑事案件程序规定 art. 182.
  private static final Limit ON_NOTICE = Limit.parse("15 CD");
  // 环环监〔2017〕17号 art. 9; for work safety 应急〔2019〕54号 as summarised.
  private static final Limit NOTICE = Limit.parse("3 CD");
  // 国务院令第730号 art. 12.
  private static final Limit HANDOVER = Limit.parse("3 CD");
  private static final String WITHDRAWN = "01";

  private CrimeFilingRules() {}

  static void addTo(RuleBook book) {
    book.add(FilingDecision.class, (filing, today, findings) -> filed(filing, findings));
    book.add(FilingRefusal.class, (refusal, today, findings) -> refused(refusal, findings));
    book.add(GoodsHandover.class, (handover, today, findings) -> handover(handover, findings));
    book.add(CrimeResult.class, (result, today, findings) -> result(result, findings));
  }

  private static void filed(FilingDecision filing, Findings findings) {
    if (filing.getSupervisionNotice() == null) {
      decided(filing.getReviewClock(), filing.getAcceptedOn(), filing.getDecidedOn(), findings);
    } else {
      CrimeRules.late(
          "crime.filing-on-notice-late",
          ON_NOTICE,
          filing.getSupervisionNotice().getReceivedOn(),
          filing.getDecidedOn(),
          "decidedOn",
          findings);
    }
    noticed(filing.getDecidedOn(), filing.getNoticedOn(), findings);
  }

  private static void refused(FilingRefusal refusal, Findings findings) {
    decided(refusal.getReviewClock(), refusal.getAcceptedOn(), refusal.getDecidedOn(), findings);
    noticed(refusal.getDecidedOn(), refusal.getNoticedOn(), findings);
    CrimeRules.reason(refusal.getReason(), findings);
    CrimeRules.papersBack(refusal.isPapersReturned(), findings);
  }

  private static void decided(
      String clock, LocalDate accepted, LocalDate decided, Findings findings) {
    Limit limit = clock == null ? ORDINARY : CLOCKS.getOrDefault(clock, ORDINARY);
    CrimeRules.late("crime.filing-late", limit, accepted, decided, "decidedOn", findings);
  }

  private static void noticed(LocalDate decided, LocalDate noticed, Findings findings) {
    CrimeRules.late("crime.notice-late", NOTICE, decided, noticed, "noticedOn", findings);
  }

  private static void handover(GoodsHandover handover, Findings findings) {
    CrimeRules.late(
        "crime.handover-late",
        HANDOVER,
        CrimeRules.received(handover.getFiling()),
        handover.getHandedOverOn(),
        "handedOverOn",
        findings);
    if (handover.getGoodsItems().isEmpty() && handover.getPapers().isEmpty()) {
      findings.add("crime.handover-empty", "goodsItems", "neither goods nor papers");
    }
    if (handover.getHandedOverBy() == null || handover.getReceivedBy() == null) {
      String path = handover.getHandedOverBy() == null ? "handedOverBy" : "receivedBy";
      findings.add("crime.handover-unsigned", path, "absent");
    }
  }

  private static void result(CrimeResult result, Findings findings) {
    if (WITHDRAWN.equals(result.getKind())) {
      noticed(result.getDecidedOn(), result.getNoticedOn(), findings);
      CrimeRules.reason(result.getReason(), findings);
    }
  }
}
