package io.enforcement.gateway.mappings.procuratorate;

import io.enforcement.gateway.mappings.Context;
import io.enforcement.gateway.mappings.Part;
import io.enforcement.gateway.mappings.ToStandard;
import io.enforcement.gateway.mappings.xml.XmlDocument;
import io.enforcement.gateway.standards.model.TransferAdvice;
import jakarta.inject.Named;
import java.util.List;

/** Reads 建议移送函: an agency shall transfer what looks like a crime. */
@Named("procuratorateTransferAdvice")
public final class TransferAdviceToStandard implements ToStandard {

  @Override
  public List<Part> toStandard(byte[] message, Context context) {
    return ProcuratorateFormat.MESSAGES.read(
        message, "transferAdvice", TransferAdviceToStandard::read);
  }

  private static TransferAdvice read(XmlDocument document) {
    TransferAdvice advice = new TransferAdvice();
    advice.setBody(document.part("procuratorate", ReceivedParts::body));
    advice.setReceiver(document.part("agency", ReceivedParts::organ));
    advice.setLetterNumber(document.required("letterNo"));
    advice.setAdvisedOn(document.date("adviseDate"));
    advice.setCaseNumber(document.text("caseNo"));
    advice.setCaseName(document.text("caseName"));
    advice.setCrimeFacts(document.required("crimeFacts"));
    advice.getSuspectedOffences().addAll(document.texts("crimeName"));
    advice.getTransferBases().addAll(document.parts("law", ReceivedParts::basis));
    advice.getSuspectPersons().addAll(document.parts("party", ReceivedSuspects::person));
    advice.getSuspectUnits().addAll(document.parts("company", ReceivedSuspects::unit));
    advice.setPoliceOrgan(document.part("policeOrgan", ReceivedParts::organ));
    advice.setReplyLimit(document.part("replyLimit", ReceivedParts::limit));
    advice.getCopyReceivers().addAll(document.parts("copyTo", ReceivedParts::organ));
    advice.setHandler(document.part("undertaker", ReceivedParts::contact));
    advice.getAttachments().addAll(document.parts("file", ReceivedParts::file));
    return advice;
  }
}
