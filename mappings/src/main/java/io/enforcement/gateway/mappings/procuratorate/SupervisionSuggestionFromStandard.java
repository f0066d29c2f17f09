package io.enforcement.gateway.mappings.procuratorate;

import io.enforcement.gateway.mappings.Context;
import io.enforcement.gateway.mappings.FromStandard;
import io.enforcement.gateway.mappings.PartnerCodes;
import io.enforcement.gateway.mappings.xml.XmlDraft;
import io.enforcement.gateway.standards.model.StandardRecord;
import io.enforcement.gateway.standards.model.SupervisionSuggestion;
import jakarta.inject.Named;

/** Writes 立案监督建议, by which an agency asks for supervision. */
@Named("procuratorateSupervisionSuggestion")
public final class SupervisionSuggestionFromStandard implements FromStandard {

  private static final PartnerCodes SUPERVISION_GROUND =
      ProcuratorateFormat.word("supervision-ground");

  @Override
  public byte[] fromStandard(StandardRecord record, Context context) {
    SupervisionSuggestion suggestion = (SupervisionSuggestion) record;
    XmlDraft draft = ProcuratorateFormat.MESSAGES.draft("supervisionSuggestion", suggestion);
    draft.part("agency", LetterParts::body, suggestion.getBody());
    draft.text("caseNo", suggestion.getCaseReference().getCaseNumber());
    draft.code("ground", SUPERVISION_GROUND, suggestion.getGround());
    draft.part("disputed", LetterParts::document, suggestion.getDisputed());
    draft.text("letterNo", suggestion.getLetterNumber());
    draft.date("suggestDate", suggestion.getSuggestedOn());
    draft.part("procuratorate", LetterParts::organ, suggestion.getReceiver());
    draft.text("grounds", suggestion.getGrounds());
    draft.part("undertaker", LetterParts::contact, suggestion.getHandler());
    draft.parts("paper", LetterParts::plainPaper, suggestion.getPapers());
    draft.parts("file", LetterParts::file, suggestion.getAttachments());
    return draft.bytes();
  }
}
