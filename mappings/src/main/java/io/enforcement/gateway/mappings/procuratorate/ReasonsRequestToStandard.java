package io.enforcement.gateway.mappings.procuratorate;

import io.enforcement.gateway.mappings.Context;
import io.enforcement.gateway.mappings.Part;
import io.enforcement.gateway.mappings.ToStandard;
import io.enforcement.gateway.mappings.xml.XmlDocument;
import io.enforcement.gateway.standards.model.ReasonsRequest;
import jakarta.inject.Named;
import java.util.List;

/** Reads 要求说明不立案理由 to the police. */
@Named("procuratorateReasonsRequest")
public final class ReasonsRequestToStandard implements ToStandard {

  @Override
  public List<Part> toStandard(byte[] message, Context context) {
    return ProcuratorateFormat.MESSAGES.read(
        message, "reasonsRequest", ReasonsRequestToStandard::read);
  }

  private static ReasonsRequest read(XmlDocument document) {
    ReasonsRequest request = new ReasonsRequest();
    request.setBody(document.part("procuratorate", ReceivedParts::body));
    request.setReceiver(document.part("policeOrgan", ReceivedParts::organ));
    request.setTransfer(document.part("transfer", ReceivedParts::document));
    request.setSuggestion(document.part("suggestion", ReceivedParts::document));
    request.setLetterNumber(document.required("letterNo"));
    request.setRequestedOn(document.date("requestDate"));
    request.setQuestions(document.required("question"));
    request.setAnswerLimit(document.part("replyLimit", ReceivedParts::limit));
    request.setHandler(document.part("undertaker", ReceivedParts::contact));
    request.getCopyReceivers().addAll(document.parts("copyTo", ReceivedParts::organ));
    request.getAttachments().addAll(document.parts("file", ReceivedParts::file));
    request.setRemark(document.text("remark"));
    return request;
  }
}
