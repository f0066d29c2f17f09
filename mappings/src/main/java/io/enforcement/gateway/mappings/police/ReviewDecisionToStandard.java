package io.enforcement.gateway.mappings.police;

import io.enforcement.gateway.mappings.Context;
import io.enforcement.gateway.mappings.Part;
import io.enforcement.gateway.mappings.PartnerCodes;
import io.enforcement.gateway.mappings.ToStandard;
import io.enforcement.gateway.mappings.xml.XmlDocument;
import io.enforcement.gateway.standards.model.ReviewDecision;
import jakarta.inject.Named;
import java.util.List;

/** Reads 复议决定 on a refusal to file. */
@Named("policeReviewDecision")
public final class ReviewDecisionToStandard implements ToStandard {

  private static final PartnerCodes REVIEW_OUTCOME = PoliceFormat.meaning("review-outcome");

  @Override
  public List<Part> toStandard(byte[] message, Context context) {
    return PoliceFormat.MESSAGES.read(message, "FYJD", ReviewDecisionToStandard::read);
  }

  private static ReviewDecision read(XmlDocument document) {
    ReviewDecision decision = new ReviewDecision();
    decision.setBody(document.part("GAJG", ReceivedParts::body));
    decision.setRequest(document.part("FYSQ", ReceivedParts::document));
    decision.setLetterNumber(document.required("JDWH"));
    decision.setDecidedOn(document.date("JDRQ"));
    decision.setOutcome(document.requiredCode("FYJL", REVIEW_OUTCOME));
    decision.setReason(document.text("LY"));
    decision.setNoticedOn(document.date("TZRQ"));
    decision.getCopyReceivers().addAll(document.parts("CSDW", ReceivedParts::organ));
    decision.setHandler(document.part("LXR", ReceivedParts::contact));
    decision.getAttachments().addAll(document.parts("FJ", ReceivedParts::file));
    return decision;
  }
}
