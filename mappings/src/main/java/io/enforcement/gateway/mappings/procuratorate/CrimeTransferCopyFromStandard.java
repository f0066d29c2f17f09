package io.enforcement.gateway.mappings.procuratorate;

import io.enforcement.gateway.mappings.Context;
import io.enforcement.gateway.mappings.FromStandard;
import io.enforcement.gateway.mappings.xml.XmlDraft;
import io.enforcement.gateway.standards.model.CrimeTransfer;
import io.enforcement.gateway.standards.model.StandardRecord;
import jakarta.inject.Named;

/**
 * Writes 移送书抄送: the letter, its facts and the list of papers; not how people live nor where goods
 * are kept.
 */
@Named("procuratorateCrimeTransferCopy")
public final class CrimeTransferCopyFromStandard implements FromStandard {

  @Override
  public byte[] fromStandard(StandardRecord record, Context context) {
    CrimeTransfer transfer = (CrimeTransfer) record;
    XmlDraft draft = ProcuratorateFormat.MESSAGES.draft("crimeTransferCopy", transfer);
    draft.part("agency", LetterParts::body, transfer.getBody());
    draft.text("caseNo", transfer.getCaseReference().getCaseNumber());
    draft.text("caseName", transfer.getCaseName());
    draft.text("letterNo", transfer.getLetterNumber());
    draft.time("approveTime", transfer.getApprovedAt());
    draft.time("sendTime", transfer.getSentAt());
    draft.part("policeOrgan", LetterParts::organ, transfer.getReceiver());
    draft.part("advice", LetterParts::document, transfer.getAdvice());
    draft.texts("crimeName", transfer.getSuspectedOffences());
    draft.text("crimeFacts", transfer.getCrimeFacts());
    draft.number("involvedAmount", transfer.getInvolvedAmount());
    draft.parts("transferLaw", LetterParts::basis, transfer.getTransferBases());
    draft.parts("suspect", CopyParts::person, transfer.getSuspectPersons());
    draft.parts("suspectCompany", CopyParts::unit, transfer.getSuspectUnits());
    draft.answer("penalized", transfer.isPenaltyMade());
    draft.parts("penalty", CopyParts::penalty, transfer.getPriorPenalties());
    draft.parts("paper", LetterParts::paper, transfer.getPapers());
    draft.parts("file", LetterParts::file, transfer.getAttachments());
    return draft.bytes();
  }
}
