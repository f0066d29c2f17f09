package io.enforcement.gateway.mappings.procuratorate;

import io.enforcement.gateway.mappings.Context;
import io.enforcement.gateway.mappings.FromStandard;
import io.enforcement.gateway.mappings.xml.XmlDraft;
import io.enforcement.gateway.standards.model.ReasonsStatement;
import io.enforcement.gateway.standards.model.StandardRecord;
import jakarta.inject.Named;

/** Writes 不立案理由说明 of the police. */
@Named("procuratorateReasonsStatement")
public final class ReasonsStatementFromStandard implements FromStandard {

  @Override
  public byte[] fromStandard(StandardRecord record, Context context) {
    ReasonsStatement statement = (ReasonsStatement) record;
    XmlDraft draft = ProcuratorateFormat.MESSAGES.draft("reasonsStatement", statement);
    draft.part("policeOrgan", LetterParts::body, statement.getBody());
    draft.part("request", LetterParts::document, statement.getRequest());
    draft.text("letterNo", statement.getLetterNumber());
    draft.date("stateDate", statement.getStatedOn());
    draft.text("reason", statement.getReason());
    draft.answer("nowFiled", statement.isNowFiled());
    draft.part("procuratorate", LetterParts::organ, statement.getReceiver());
    draft.part("undertaker", LetterParts::contact, statement.getHandler());
    draft.parts("file", LetterParts::file, statement.getAttachments());
    return draft.bytes();
  }
}
