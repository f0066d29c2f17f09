package io.enforcement.gateway.mappings.procuratorate;

import io.enforcement.gateway.mappings.Context;
import io.enforcement.gateway.mappings.FromStandard;
import io.enforcement.gateway.mappings.PartnerCodes;
import io.enforcement.gateway.mappings.xml.XmlDraft;
import io.enforcement.gateway.standards.model.FilingDecision;
import io.enforcement.gateway.standards.model.StandardRecord;
import jakarta.inject.Named;

/** Writes 立案通知抄送; after 通知立案 it is the copy that the procuratorate waits for. */
@Named("procuratorateFilingDecisionCopy")
public final class FilingDecisionCopyFromStandard implements FromStandard {

  private static final PartnerCodes FILING_CLOCK = ProcuratorateFormat.word("filing-clock");

  @Override
  public byte[] fromStandard(StandardRecord record, Context context) {
    FilingDecision decision = (FilingDecision) record;
    XmlDraft draft = ProcuratorateFormat.MESSAGES.draft("filingDecisionCopy", decision);
    draft.part("policeOrgan", LetterParts::body, decision.getBody());
    draft.part("transfer", LetterParts::document, decision.getTransfer());
    draft.text("letterNo", decision.getLetterNumber());
    draft.text("policeCaseNo", decision.getPoliceCaseNumber());
    draft.date("acceptDate", decision.getAcceptedOn());
    draft.code("reviewClock", FILING_CLOCK, decision.getReviewClock());
    draft.date("decideDate", decision.getDecidedOn());
    draft.date("noticeDate", decision.getNoticedOn());
    draft.part("filingNotice", LetterParts::document, decision.getSupervisionNotice());
    draft.texts("crimeName", decision.getSuspectedOffences());
    draft.parts("file", LetterParts::file, decision.getAttachments());
    return draft.bytes();
  }
}
