package io.enforcement.gateway.mappings.police;

import io.enforcement.gateway.mappings.Context;
import io.enforcement.gateway.mappings.Part;
import io.enforcement.gateway.mappings.PartnerCodes;
import io.enforcement.gateway.mappings.ToStandard;
import io.enforcement.gateway.mappings.xml.XmlDocument;
import io.enforcement.gateway.standards.model.CrimeResult;
import jakarta.inject.Named;
import java.util.List;

/** Reads 刑事处理结果, as far as the police decide it. */
@Named("policeCrimeResult")
public final class CrimeResultToStandard implements ToStandard {

  private static final PartnerCodes CRIME_RESULT = PoliceFormat.meaning("crime-result");

  @Override
  public List<Part> toStandard(byte[] message, Context context) {
    return PoliceFormat.MESSAGES.read(message, "XSCLJG", CrimeResultToStandard::read);
  }

  private static CrimeResult read(XmlDocument document) {
    CrimeResult result = new CrimeResult();
    result.setBody(document.part("GAJG", ReceivedParts::body));
    result.setTransfer(document.part("YS", ReceivedParts::document));
    result.setLetterNumber(document.required("WSWH"));
    result.setKind(document.requiredCode("JGZL", CRIME_RESULT));
    result.setDecidedOn(document.date("JDRQ"));
    result.setNoticedOn(document.date("TZRQ"));
    result.setReason(document.text("LY"));
    result.getCrimeOutcomes().addAll(document.parts("CLJG", ReceivedParts::outcome));
    result.setPenaltyNeeded(document.answer("XYCF"));
    result.setPapersReturned(document.answer("CLTH"));
    result.getCopyReceivers().addAll(document.parts("CSDW", ReceivedParts::organ));
    result.setHandler(document.part("LXR", ReceivedParts::contact));
    result.getAttachments().addAll(document.parts("FJ", ReceivedParts::file));
    return result;
  }
}
