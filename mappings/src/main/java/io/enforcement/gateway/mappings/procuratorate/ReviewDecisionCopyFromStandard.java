package io.enforcement.gateway.mappings.procuratorate;

import io.enforcement.gateway.mappings.Context;
import io.enforcement.gateway.mappings.FromStandard;
import io.enforcement.gateway.mappings.PartnerCodes;
import io.enforcement.gateway.mappings.xml.XmlDraft;
import io.enforcement.gateway.standards.model.ReviewDecision;
import io.enforcement.gateway.standards.model.StandardRecord;
import jakarta.inject.Named;

/** Writes 复议决定抄送. */
@Named("procuratorateReviewDecisionCopy")
public final class ReviewDecisionCopyFromStandard implements FromStandard {

  private static final PartnerCodes REVIEW_OUTCOME = ProcuratorateFormat.word("review-outcome");

  @Override
  public byte[] fromStandard(StandardRecord record, Context context) {
    ReviewDecision decision = (ReviewDecision) record;
    XmlDraft draft = ProcuratorateFormat.MESSAGES.draft("reviewDecisionCopy", decision);
    draft.part("policeOrgan", LetterParts::body, decision.getBody());
    draft.part("request", LetterParts::document, decision.getRequest());
    draft.text("letterNo", decision.getLetterNumber());
    draft.date("decideDate", decision.getDecidedOn());
    draft.code("outcome", REVIEW_OUTCOME, decision.getOutcome());
    draft.text("reason", decision.getReason());
    draft.date("noticeDate", decision.getNoticedOn());
    draft.parts("file", LetterParts::file, decision.getAttachments());
    return draft.bytes();
  }
}
