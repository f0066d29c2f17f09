package io.enforcement.gateway.mappings.procuratorate;

import io.enforcement.gateway.mappings.Context;
import io.enforcement.gateway.mappings.FromStandard;
import io.enforcement.gateway.mappings.xml.XmlDraft;
import io.enforcement.gateway.standards.model.StandardRecord;
import io.enforcement.gateway.standards.model.TransferReturn;
import jakarta.inject.Named;

/** Writes 移送退回抄送. */
@Named("procuratorateReturnCopy")
public final class ReturnCopyFromStandard implements FromStandard {

  @Override
  public byte[] fromStandard(StandardRecord record, Context context) {
    TransferReturn notice = (TransferReturn) record;
    XmlDraft draft = ProcuratorateFormat.MESSAGES.draft("transferReturnCopy", notice);
    draft.part("policeOrgan", LetterParts::body, notice.getBody());
    draft.part("transfer", LetterParts::document, notice.getTransfer());
    draft.text("letterNo", notice.getLetterNumber());
    draft.time("acceptTime", notice.getAcceptedAt());
    draft.time("returnTime", notice.getReturnedAt());
    draft.text("reason", notice.getReason());
    draft.part("suggestedOrgan", LetterParts::organ, notice.getSuggestedOrgan());
    draft.answer("papersReturned", notice.isPapersReturned());
    draft.parts("file", LetterParts::file, notice.getAttachments());
    return draft.bytes();
  }
}
