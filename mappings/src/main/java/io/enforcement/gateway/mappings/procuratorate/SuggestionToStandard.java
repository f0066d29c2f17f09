package io.enforcement.gateway.mappings.procuratorate;

import io.enforcement.gateway.mappings.Context;
import io.enforcement.gateway.mappings.Part;
import io.enforcement.gateway.mappings.PartnerCodes;
import io.enforcement.gateway.mappings.ToStandard;
import io.enforcement.gateway.mappings.xml.XmlDocument;
import io.enforcement.gateway.standards.model.ProsecutorialSuggestion;
import jakarta.inject.Named;
import java.util.List;

/** Reads 检察建议. */
@Named("procuratorateSuggestion")
public final class SuggestionToStandard implements ToStandard {

  private static final PartnerCodes SUGGESTION_KIND =
      ProcuratorateFormat.meaning("suggestion-kind");

  @Override
  public List<Part> toStandard(byte[] message, Context context) {
    return ProcuratorateFormat.MESSAGES.read(
        message, "prosecutorialSuggestion", SuggestionToStandard::read);
  }

  private static ProsecutorialSuggestion read(XmlDocument document) {
    ProsecutorialSuggestion suggestion = new ProsecutorialSuggestion();
    suggestion.setBody(document.part("procuratorate", ReceivedParts::body));
    suggestion.setReceiver(document.part("agency", ReceivedParts::organ));
    suggestion.setKind(document.requiredCode("suggestionType", SUGGESTION_KIND));
    suggestion.setLetterNumber(document.required("letterNo"));
    suggestion.setOpinion(document.part("opinion", ReceivedParts::document));
    suggestion.setIssuedOn(document.date("issueDate"));
    suggestion.setUrgent(document.answer("urgent"));
    suggestion.setFacts(document.required("facts"));
    suggestion.getViolatedBases().addAll(document.parts("law", ReceivedParts::basis));
    suggestion.setSuggestion(document.required("suggestion"));
    suggestion.setReplyLimit(document.part("replyLimit", ReceivedParts::limit));
    suggestion.getCopyReceivers().addAll(document.parts("copyTo", ReceivedParts::organ));
    suggestion.setHandler(document.part("undertaker", ReceivedParts::contact));
    suggestion.getAttachments().addAll(document.parts("file", ReceivedParts::file));
    return suggestion;
  }
}
