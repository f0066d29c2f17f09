package io.enforcement.gateway.mappings.police;

import io.enforcement.gateway.mappings.Context;
import io.enforcement.gateway.mappings.FromStandard;
import io.enforcement.gateway.mappings.xml.XmlDraft;
import io.enforcement.gateway.standards.model.GoodsHandover;
import io.enforcement.gateway.standards.model.StandardRecord;
import jakarta.inject.Named;

/** Writes 移交涉案物品: goods and papers of a case that the police have filed, with both signatures. */
@Named("policeGoodsHandover")
public final class GoodsHandoverFromStandard implements FromStandard {

  @Override
  public byte[] fromStandard(StandardRecord record, Context context) {
    GoodsHandover handover = (GoodsHandover) record;
    XmlDraft draft = PoliceFormat.MESSAGES.draft("YJSAWP", handover);
    draft.part("YJJG", PoliceParts::body, handover.getBody());
    draft.part("AJ", PoliceParts::caseOf, handover.getCaseReference());
    draft.part("LATZ", PoliceParts::document, handover.getFiling());
    draft.text("YJQDWH", handover.getLetterNumber());
    draft.date("YJRQ", handover.getHandedOverOn());
    draft.part("JSDW", PoliceParts::organ, handover.getReceiver());
    draft.parts("SAWP", SuspectParts::goods, handover.getGoodsItems());
    draft.parts("YSCL", PoliceParts::paper, handover.getPapers());
    draft.part("YJR", PoliceParts::officer, handover.getHandedOverBy());
    draft.part("JSR", PoliceParts::signature, handover.getReceivedBy());
    draft.parts("CSDW", PoliceParts::organ, handover.getCopyReceivers());
    draft.parts("FJ", PoliceParts::file, handover.getAttachments());
    draft.text("BZ", handover.getRemark());
    return draft.bytes();
  }
}
