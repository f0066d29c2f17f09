package io.enforcement.gateway.mappings.procuratorate;

import io.enforcement.gateway.mappings.Context;
import io.enforcement.gateway.mappings.Part;
import io.enforcement.gateway.mappings.PartnerCodes;
import io.enforcement.gateway.mappings.ToStandard;
import io.enforcement.gateway.mappings.xml.XmlDocument;
import io.enforcement.gateway.standards.model.ProsecutorialOpinion;
import jakarta.inject.Named;
import java.util.List;

/** Reads 检察意见: no prosecution, but a penalty is due (反向衔接). */
@Named("procuratorateOpinion")
public final class OpinionToStandard implements ToStandard {

  private static final PartnerCodes NON_PROSECUTION_KIND =
      ProcuratorateFormat.meaning("non-prosecution-kind");

  @Override
  public List<Part> toStandard(byte[] message, Context context) {
    return ProcuratorateFormat.MESSAGES.read(
        message, "prosecutorialOpinion", OpinionToStandard::read);
  }

  private static ProsecutorialOpinion read(XmlDocument document) {
    ProsecutorialOpinion opinion = new ProsecutorialOpinion();
    opinion.setBody(document.part("procuratorate", ReceivedParts::body));
    opinion.setReceiver(document.part("agency", ReceivedParts::organ));
    opinion.setLetterNumber(document.required("letterNo"));
    opinion.setTransfer(document.part("transfer", ReceivedParts::document));
    opinion.setNonProsecutionNumber(document.text("nonProsecutionNo"));
    opinion.setNonProsecutionKind(document.code("nonProsecutionType", NON_PROSECUTION_KIND));
    opinion.setNonProsecutionOn(document.date("nonProsecutionDate"));
    opinion.setRegisteredOn(document.date("registerDate"));
    opinion.setIssuedOn(document.date("issueDate"));
    opinion.setServedOn(document.date("serveDate"));
    opinion.getSuspectPersons().addAll(document.parts("party", ReceivedSuspects::person));
    opinion.getSuspectUnits().addAll(document.parts("company", ReceivedSuspects::unit));
    opinion.setIllegalFact(document.required("illegalFacts"));
    opinion.getViolatedBases().addAll(document.parts("law", ReceivedParts::basis));
    opinion.setOpinion(document.required("opinion"));
    opinion.setSeizedProperty(document.text("seizedProperty"));
    opinion.getGoodsItems().addAll(document.parts("goods", ReceivedSuspects::goods));
    opinion.setCoerciveMeasures(document.text("coerciveMeasures"));
    opinion.setOtherMeasures(document.text("otherMeasures"));
    opinion.setReplyLimit(document.part("replyLimit", ReceivedParts::limit));
    opinion.getCopyReceivers().addAll(document.parts("copyTo", ReceivedParts::organ));
    opinion.setHandler(document.part("undertaker", ReceivedParts::contact));
    opinion.getPapers().addAll(document.parts("paper", ReceivedParts::paper));
    opinion.getAttachments().addAll(document.parts("file", ReceivedParts::file));
    return opinion;
  }
}
