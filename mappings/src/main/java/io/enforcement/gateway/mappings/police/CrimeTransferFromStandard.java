package io.enforcement.gateway.mappings.police;

import io.enforcement.gateway.mappings.Context;
import io.enforcement.gateway.mappings.FromStandard;
import io.enforcement.gateway.mappings.xml.XmlDraft;
import io.enforcement.gateway.standards.model.CrimeTransfer;
import io.enforcement.gateway.standards.model.StandardRecord;
import jakarta.inject.Named;

/** Writes 移送涉嫌犯罪案件: the letter, who is suspected, the goods and the papers with their digests. */
@Named("policeCrimeTransfer")
public final class CrimeTransferFromStandard implements FromStandard {

  @Override
  public byte[] fromStandard(StandardRecord record, Context context) {
    CrimeTransfer transfer = (CrimeTransfer) record;
    XmlDraft draft = PoliceFormat.MESSAGES.draft("YSSXFZAJ", transfer);
    draft.part("YSJG", PoliceParts::body, transfer.getBody());
    draft.part("AJ", PoliceParts::caseOf, transfer.getCaseReference());
    draft.text("AJMC", transfer.getCaseName());
    draft.text("YSWSH", transfer.getLetterNumber());
    draft.time("BGSJ", transfer.getReportedAt());
    draft.time("PZSJ", transfer.getApprovedAt());
    draft.text("PZR", transfer.getApprover());
    draft.time("YSSJ", transfer.getSentAt());
    draft.part("SADW", PoliceParts::organ, transfer.getReceiver());
    draft.parts("CSDW", PoliceParts::organ, transfer.getCopyReceivers());
    draft.part("JCYJ", PoliceParts::document, transfer.getAdvice());
    draft.texts("SXZM", transfer.getSuspectedOffences());
    draft.text("FZSS", transfer.getCrimeFacts());
    draft.number("SAJE", transfer.getInvolvedAmount());
    draft.parts("YSYJ", PoliceParts::basis, transfer.getTransferBases());
    draft.parts("SXR", SuspectParts::person, transfer.getSuspectPersons());
    draft.parts("SXDW", SuspectParts::unit, transfer.getSuspectUnits());
    draft.answer("SFCF", transfer.isPenaltyMade());
    draft.parts("XZCF", SuspectParts::penalty, transfer.getPriorPenalties());
    draft.part("ZBR", PoliceParts::officer, transfer.getLeadOfficer());
    draft.parts("ZFRY", PoliceParts::officer, transfer.getOfficers());
    draft.part("LXR", PoliceParts::contact, transfer.getContact());
    draft.parts("SAWP", SuspectParts::goods, transfer.getGoodsItems());
    draft.parts("YSCL", PoliceParts::paper, transfer.getPapers());
    draft.parts("FJ", PoliceParts::file, transfer.getAttachments());
    draft.text("BZ", transfer.getRemark());
    return draft.bytes();
  }
}
