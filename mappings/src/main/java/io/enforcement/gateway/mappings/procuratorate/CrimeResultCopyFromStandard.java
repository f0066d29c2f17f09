package io.enforcement.gateway.mappings.procuratorate;

import io.enforcement.gateway.mappings.Context;
import io.enforcement.gateway.mappings.FromStandard;
import io.enforcement.gateway.mappings.PartnerCodes;
import io.enforcement.gateway.mappings.xml.XmlDraft;
import io.enforcement.gateway.standards.model.CrimeResult;
import io.enforcement.gateway.standards.model.StandardRecord;
import jakarta.inject.Named;

/** Writes 刑事处理结果抄送: what police or court decided, above all 撤销案件. */
@Named("procuratorateCrimeResultCopy")
public final class CrimeResultCopyFromStandard implements FromStandard {

  private static final PartnerCodes CRIME_RESULT = ProcuratorateFormat.word("crime-result");

  @Override
  public byte[] fromStandard(StandardRecord record, Context context) {
    CrimeResult result = (CrimeResult) record;
    XmlDraft draft = ProcuratorateFormat.MESSAGES.draft("crimeResultCopy", result);
    draft.part("organ", LetterParts::body, result.getBody());
    draft.part("transfer", LetterParts::document, result.getTransfer());
    draft.text("letterNo", result.getLetterNumber());
    draft.code("resultType", CRIME_RESULT, result.getKind());
    draft.date("decideDate", result.getDecidedOn());
    draft.date("noticeDate", result.getNoticedOn());
    draft.text("reason", result.getReason());
    draft.parts("outcome", CopyParts::outcome, result.getCrimeOutcomes());
    draft.parts("file", LetterParts::file, result.getAttachments());
    return draft.bytes();
  }
}
