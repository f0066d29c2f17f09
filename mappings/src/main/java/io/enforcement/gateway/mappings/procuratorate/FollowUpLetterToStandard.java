package io.enforcement.gateway.mappings.procuratorate;

import io.enforcement.gateway.mappings.Context;
import io.enforcement.gateway.mappings.Part;
import io.enforcement.gateway.mappings.ToStandard;
import io.enforcement.gateway.mappings.xml.XmlDocument;
import io.enforcement.gateway.standards.model.FollowUpLetter;
import jakarta.inject.Named;
import java.util.List;

/** Reads 跟进监督函, when an opinion was not answered or not followed. */
@Named("procuratorateFollowUpLetter")
public final class FollowUpLetterToStandard implements ToStandard {

  @Override
  public List<Part> toStandard(byte[] message, Context context) {
    return ProcuratorateFormat.MESSAGES.read(
        message, "followUpLetter", FollowUpLetterToStandard::read);
  }

  private static FollowUpLetter read(XmlDocument document) {
    FollowUpLetter letter = new FollowUpLetter();
    letter.setBody(document.part("procuratorate", ReceivedParts::body));
    letter.setReceiver(document.part("agency", ReceivedParts::organ));
    letter.setOpinion(document.part("opinion", ReceivedParts::document));
    letter.setLetterNumber(document.required("letterNo"));
    letter.setOpinionDue(document.date("opinionDueDate"));
    letter.setSentOn(document.date("sendDate"));
    letter.setContent(document.required("content"));
    letter.setReplyLimit(document.part("replyLimit", ReceivedParts::limit));
    letter.getCopyReceivers().addAll(document.parts("copyTo", ReceivedParts::organ));
    letter.setHandler(document.part("undertaker", ReceivedParts::contact));
    letter.getAttachments().addAll(document.parts("file", ReceivedParts::file));
    return letter;
  }
}
