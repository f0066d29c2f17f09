package io.enforcement.gateway.mappings.police;

import io.enforcement.gateway.mappings.Context;
import io.enforcement.gateway.mappings.Part;
import io.enforcement.gateway.mappings.PartnerCodes;
import io.enforcement.gateway.mappings.ToStandard;
import io.enforcement.gateway.mappings.xml.XmlDocument;
import io.enforcement.gateway.standards.model.FilingDecision;
import jakarta.inject.Named;
import java.util.List;

/** Reads 立案通知. */
@Named("policeFilingDecision")
public final class FilingDecisionToStandard implements ToStandard {

  private static final PartnerCodes FILING_CLOCK = PoliceFormat.meaning("filing-clock");

  @Override
  public List<Part> toStandard(byte[] message, Context context) {
    return PoliceFormat.MESSAGES.read(message, "LATZ", FilingDecisionToStandard::read);
  }

  private static FilingDecision read(XmlDocument document) {
    FilingDecision decision = new FilingDecision();
    decision.setBody(document.part("GAJG", ReceivedParts::body));
    decision.setTransfer(document.part("YS", ReceivedParts::document));
    decision.setLetterNumber(document.required("TZWH"));
    decision.setPoliceCaseNumber(document.text("GAAJBH"));
    decision.setAcceptedOn(document.date("SLRQ"));
    decision.setReviewClock(document.code("SCQXLX", FILING_CLOCK));
    decision.setDecidedOn(document.date("LARQ"));
    decision.setNoticedOn(document.date("TZRQ"));
    decision.setSupervisionNotice(document.part("JCTZ", ReceivedParts::document));
    decision.getSuspectedOffences().addAll(document.texts("SXZM"));
    decision.getCopyReceivers().addAll(document.parts("CSDW", ReceivedParts::organ));
    decision.setHandler(document.part("LXR", ReceivedParts::contact));
    decision.getAttachments().addAll(document.parts("FJ", ReceivedParts::file));
    decision.setRemark(document.text("BZ"));
    return decision;
  }
}
