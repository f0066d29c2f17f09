package io.enforcement.gateway.mappings.procuratorate;

import io.enforcement.gateway.mappings.Context;
import io.enforcement.gateway.mappings.FromStandard;
import io.enforcement.gateway.mappings.PartnerCodes;
import io.enforcement.gateway.mappings.xml.XmlDraft;
import io.enforcement.gateway.standards.model.FilingRefusal;
import io.enforcement.gateway.standards.model.StandardRecord;
import jakarta.inject.Named;

/** Writes 不予立案通知抄送. */
@Named("procuratorateFilingRefusalCopy")
public final class FilingRefusalCopyFromStandard implements FromStandard {

  private static final PartnerCodes FILING_CLOCK = ProcuratorateFormat.word("filing-clock");

  @Override
  public byte[] fromStandard(StandardRecord record, Context context) {
    FilingRefusal refusal = (FilingRefusal) record;
    XmlDraft draft = ProcuratorateFormat.MESSAGES.draft("filingRefusalCopy", refusal);
    draft.part("policeOrgan", LetterParts::body, refusal.getBody());
    draft.part("transfer", LetterParts::document, refusal.getTransfer());
    draft.text("letterNo", refusal.getLetterNumber());
    draft.date("acceptDate", refusal.getAcceptedOn());
    draft.code("reviewClock", FILING_CLOCK, refusal.getReviewClock());
    draft.date("decideDate", refusal.getDecidedOn());
    draft.date("noticeDate", refusal.getNoticedOn());
    draft.text("reason", refusal.getReason());
    draft.answer("papersReturned", refusal.isPapersReturned());
    draft.parts("file", LetterParts::file, refusal.getAttachments());
    return draft.bytes();
  }
}
