package io.enforcement.gateway.mappings.police;

import io.enforcement.gateway.mappings.Context;
import io.enforcement.gateway.mappings.Part;
import io.enforcement.gateway.mappings.PartnerCodes;
import io.enforcement.gateway.mappings.ToStandard;
import io.enforcement.gateway.mappings.xml.XmlDocument;
import io.enforcement.gateway.standards.model.FilingRefusal;
import jakarta.inject.Named;
import java.util.List;

/** Reads 不予立案通知, with its reason and whether the papers came back. */
@Named("policeFilingRefusal")
public final class FilingRefusalToStandard implements ToStandard {

  private static final PartnerCodes FILING_CLOCK = PoliceFormat.meaning("filing-clock");

  @Override
  public List<Part> toStandard(byte[] message, Context context) {
    return PoliceFormat.MESSAGES.read(message, "BYLATZ", FilingRefusalToStandard::read);
  }

  private static FilingRefusal read(XmlDocument document) {
    FilingRefusal refusal = new FilingRefusal();
    refusal.setBody(document.part("GAJG", ReceivedParts::body));
    refusal.setTransfer(document.part("YS", ReceivedParts::document));
    refusal.setLetterNumber(document.required("TZWH"));
    refusal.setAcceptedOn(document.date("SLRQ"));
    refusal.setReviewClock(document.code("SCQXLX", FILING_CLOCK));
    refusal.setDecidedOn(document.date("JDRQ"));
    refusal.setNoticedOn(document.date("TZRQ"));
    refusal.setReason(document.text("LY"));
    refusal.setPapersReturned(document.answer("CLTH"));
    refusal.setReviewLimit(document.part("FYQX", ReceivedParts::limit));
    refusal.getCopyReceivers().addAll(document.parts("CSDW", ReceivedParts::organ));
    refusal.setHandler(document.part("LXR", ReceivedParts::contact));
    refusal.getPapers().addAll(document.parts("CL", ReceivedParts::paper));
    refusal.getAttachments().addAll(document.parts("FJ", ReceivedParts::file));
    refusal.setRemark(document.text("BZ"));
    return refusal;
  }
}
