package io.enforcement.gateway.mappings.procuratorate;

import io.enforcement.gateway.mappings.Context;
import io.enforcement.gateway.mappings.Part;
import io.enforcement.gateway.mappings.ToStandard;
import io.enforcement.gateway.mappings.xml.XmlDocument;
import io.enforcement.gateway.standards.model.FilingNotice;
import jakarta.inject.Named;
import java.util.List;

/** Reads 通知立案 to the police. */
@Named("procuratorateFilingNotice")
public final class FilingNoticeToStandard implements ToStandard {

  @Override
  public List<Part> toStandard(byte[] message, Context context) {
    return ProcuratorateFormat.MESSAGES.read(message, "filingNotice", FilingNoticeToStandard::read);
  }

  private static FilingNotice read(XmlDocument document) {
    FilingNotice notice = new FilingNotice();
    notice.setBody(document.part("procuratorate", ReceivedParts::body));
    notice.setReceiver(document.part("policeOrgan", ReceivedParts::organ));
    notice.setTransfer(document.part("transfer", ReceivedParts::document));
    notice.setRequest(document.part("request", ReceivedParts::document));
    notice.setStatement(document.part("statement", ReceivedParts::document));
    notice.setLetterNumber(document.required("letterNo"));
    notice.setIssuedOn(document.date("noticeDate"));
    notice.setReason(document.required("explanation"));
    notice.setFilingLimit(document.part("filingLimit", ReceivedParts::limit));
    notice.setHandler(document.part("undertaker", ReceivedParts::contact));
    notice.getCopyReceivers().addAll(document.parts("copyTo", ReceivedParts::organ));
    notice.getAttachments().addAll(document.parts("file", ReceivedParts::file));
    return notice;
  }
}
