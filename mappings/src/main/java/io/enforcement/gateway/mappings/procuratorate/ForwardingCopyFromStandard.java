package io.enforcement.gateway.mappings.procuratorate;

import io.enforcement.gateway.mappings.Context;
import io.enforcement.gateway.mappings.FromStandard;
import io.enforcement.gateway.mappings.xml.XmlDraft;
import io.enforcement.gateway.standards.model.StandardRecord;
import io.enforcement.gateway.standards.model.TransferForwarding;
import jakarta.inject.Named;

/** Writes 移送管辖通知抄送. */
@Named("procuratorateForwardingCopy")
public final class ForwardingCopyFromStandard implements FromStandard {

  @Override
  public byte[] fromStandard(StandardRecord record, Context context) {
    TransferForwarding notice = (TransferForwarding) record;
    XmlDraft draft = ProcuratorateFormat.MESSAGES.draft("transferForwardingCopy", notice);
    draft.part("policeOrgan", LetterParts::body, notice.getBody());
    draft.part("transfer", LetterParts::document, notice.getTransfer());
    draft.text("letterNo", notice.getLetterNumber());
    draft.time("acceptTime", notice.getAcceptedAt());
    draft.time("forwardTime", notice.getForwardedAt());
    draft.part("competentOrgan", LetterParts::organ, notice.getCompetentOrgan());
    draft.text("reason", notice.getReason());
    draft.parts("file", LetterParts::file, notice.getAttachments());
    return draft.bytes();
  }
}
