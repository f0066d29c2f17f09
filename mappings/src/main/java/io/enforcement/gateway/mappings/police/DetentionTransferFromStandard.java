package io.enforcement.gateway.mappings.police;

import io.enforcement.gateway.mappings.Context;
import io.enforcement.gateway.mappings.FromStandard;
import io.enforcement.gateway.mappings.xml.XmlDraft;
import io.enforcement.gateway.standards.model.DetentionTransfer;
import io.enforcement.gateway.standards.model.StandardRecord;
import jakarta.inject.Named;

/** Writes 移送适用行政拘留案件. */
@Named("policeDetentionTransfer")
public final class DetentionTransferFromStandard implements FromStandard {

  @Override
  public byte[] fromStandard(StandardRecord record, Context context) {
    DetentionTransfer transfer = (DetentionTransfer) record;
    XmlDraft draft = PoliceFormat.MESSAGES.draft("YSXZJL", transfer);
    draft.part("YSJG", PoliceParts::body, transfer.getBody());
    draft.part("AJ", PoliceParts::caseOf, transfer.getCaseReference());
    draft.text("YSWSH", transfer.getLetterNumber());
    draft.date("JDYSRQ", transfer.getDecidedOn());
    draft.date("YSRQ", transfer.getSentOn());
    draft.part("JSDW", PoliceParts::organ, transfer.getReceiver());
    draft.parts("SXR", SuspectParts::person, transfer.getSuspectPersons());
    draft.text("WFSS", transfer.getIllegalFact());
    draft.parts("WFGD", PoliceParts::basis, transfer.getViolatedBases());
    draft.parts("YSYJ", PoliceParts::basis, transfer.getTransferBases());
    draft.parts("XZCF", SuspectParts::penalty, transfer.getPriorPenalties());
    draft.parts("ZFRY", PoliceParts::officer, transfer.getOfficers());
    draft.part("LXR", PoliceParts::contact, transfer.getContact());
    draft.parts("YSCL", PoliceParts::paper, transfer.getPapers());
    draft.part("YJR", PoliceParts::officer, transfer.getHandedOverBy());
    draft.part("JSR", PoliceParts::signature, transfer.getReceivedBy());
    draft.parts("FJ", PoliceParts::file, transfer.getAttachments());
    draft.text("BZ", transfer.getRemark());
    return draft.bytes();
  }
}
