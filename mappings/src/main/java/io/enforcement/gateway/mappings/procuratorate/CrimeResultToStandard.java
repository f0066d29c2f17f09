package io.enforcement.gateway.mappings.procuratorate;

import io.enforcement.gateway.mappings.Context;
import io.enforcement.gateway.mappings.Part;
import io.enforcement.gateway.mappings.PartnerCodes;
import io.enforcement.gateway.mappings.ToStandard;
import io.enforcement.gateway.mappings.xml.XmlDocument;
import io.enforcement.gateway.standards.model.CrimeResult;
import jakarta.inject.Named;
import java.util.List;

/**
 * Reads 刑事处理结果: arrest, prosecution, non-prosecution, and judgments that the platform passes on.
 */
@Named("procuratorateCrimeResult")
public final class CrimeResultToStandard implements ToStandard {

  private static final PartnerCodes CRIME_RESULT = ProcuratorateFormat.meaning("crime-result");
  private static final PartnerCodes NON_PROSECUTION_KIND =
      ProcuratorateFormat.meaning("non-prosecution-kind");

  @Override
  public List<Part> toStandard(byte[] message, Context context) {
    return ProcuratorateFormat.MESSAGES.read(message, "crimeResult", CrimeResultToStandard::read);
  }

  private static CrimeResult read(XmlDocument document) {
    CrimeResult result = new CrimeResult();
    result.setBody(document.part("procuratorate", ReceivedParts::body));
    result.setTransfer(document.part("transfer", ReceivedParts::document));
    result.setLetterNumber(document.required("letterNo"));
    result.setKind(document.requiredCode("resultType", CRIME_RESULT));
    result.setDecidedOn(document.date("decideDate"));
    result.setNoticedOn(document.date("noticeDate"));
    result.setNonProsecutionKind(document.code("nonProsecutionType", NON_PROSECUTION_KIND));
    result.setReason(document.text("reason"));
    result.getCrimeOutcomes().addAll(document.parts("outcome", ReceivedSuspects::outcome));
    result.setPenaltyNeeded(document.answer("penaltyNeeded"));
    result.setPapersReturned(document.answer("papersReturned"));
    result.getCopyReceivers().addAll(document.parts("copyTo", ReceivedParts::organ));
    result.setHandler(document.part("undertaker", ReceivedParts::contact));
    result.getAttachments().addAll(document.parts("file", ReceivedParts::file));
    return result;
  }
}
