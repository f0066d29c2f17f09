package io.enforcement.gateway.mappings.procuratorate;

import io.enforcement.gateway.mappings.Context;
import io.enforcement.gateway.mappings.FromStandard;
import io.enforcement.gateway.mappings.PartnerCodes;
import io.enforcement.gateway.mappings.xml.XmlDraft;
import io.enforcement.gateway.standards.model.CaseReference;
import io.enforcement.gateway.standards.model.OpinionReply;
import io.enforcement.gateway.standards.model.StandardRecord;
import jakarta.inject.Named;

/** Writes the written reply to 检察意见 or 检察建议; the limit that the document set goes back with it. */
@Named("procuratorateOpinionReply")
public final class OpinionReplyFromStandard implements FromStandard {

  private static final PartnerCodes LETTER_KIND = ProcuratorateFormat.word("letter-kind");
  private static final PartnerCodes OPINION_OUTCOME = ProcuratorateFormat.word("opinion-outcome");

  @Override
  public byte[] fromStandard(StandardRecord record, Context context) {
    OpinionReply reply = (OpinionReply) record;
    XmlDraft draft = ProcuratorateFormat.MESSAGES.draft("opinionReply", reply);
    draft.part("agency", LetterParts::body, reply.getBody());
    CaseReference filed = reply.getCaseReference();
    draft.text("caseNo", filed == null ? null : filed.getCaseNumber());
    draft.code("letterType", LETTER_KIND, reply.getLetterKind());
    draft.part("opinion", LetterParts::document, reply.getOpinion());
    draft.text("letterNo", reply.getLetterNumber());
    draft.date("replyDate", reply.getRepliedOn());
    draft.part("procuratorate", LetterParts::organ, reply.getReceiver());
    draft.code("outcome", OPINION_OUTCOME, reply.getOutcome());
    draft.text("reason", reply.getReason());
    draft.text("penaltyDocNo", reply.getPunishFileNum());
    draft.date("penaltyDate", reply.getPunishSetDate());
    draft.text("measures", reply.getMeasures());
    draft.part("replyLimit", LetterParts::limit, reply.getReplyLimit());
    draft.part("undertaker", LetterParts::contact, reply.getContact());
    draft.parts("paper", LetterParts::plainPaper, reply.getPapers());
    draft.parts("file", LetterParts::file, reply.getAttachments());
    return draft.bytes();
  }
}
