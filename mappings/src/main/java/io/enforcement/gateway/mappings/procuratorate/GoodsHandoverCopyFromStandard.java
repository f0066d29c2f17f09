package io.enforcement.gateway.mappings.procuratorate;

import io.enforcement.gateway.mappings.Context;
import io.enforcement.gateway.mappings.FromStandard;
import io.enforcement.gateway.mappings.xml.XmlDraft;
import io.enforcement.gateway.standards.model.GoodsHandover;
import io.enforcement.gateway.standards.model.StandardRecord;
import jakarta.inject.Named;

/** Writes 涉案物品移交抄送: that the handover happened, of what and with which papers. */
@Named("procuratorateGoodsHandoverCopy")
public final class GoodsHandoverCopyFromStandard implements FromStandard {

  @Override
  public byte[] fromStandard(StandardRecord record, Context context) {
    GoodsHandover handover = (GoodsHandover) record;
    XmlDraft draft = ProcuratorateFormat.MESSAGES.draft("goodsHandoverCopy", handover);
    draft.part("agency", LetterParts::body, handover.getBody());
    draft.text("caseNo", handover.getCaseReference().getCaseNumber());
    draft.part("filing", LetterParts::document, handover.getFiling());
    draft.text("letterNo", handover.getLetterNumber());
    draft.date("handoverDate", handover.getHandedOverOn());
    draft.part("policeOrgan", LetterParts::organ, handover.getReceiver());
    draft.parts("goods", CopyParts::goods, handover.getGoodsItems());
    draft.parts("paper", LetterParts::paper, handover.getPapers());
    draft.parts("file", LetterParts::file, handover.getAttachments());
    return draft.bytes();
  }
}
