package io.enforcement.gateway.mappings.police;

import io.enforcement.gateway.mappings.Context;
import io.enforcement.gateway.mappings.Part;
import io.enforcement.gateway.mappings.ToStandard;
import io.enforcement.gateway.mappings.xml.XmlDocument;
import io.enforcement.gateway.standards.model.TransferReturn;
import jakarta.inject.Named;
import java.util.List;

/** Reads 移送退回: no matter for the police. */
@Named("policeReturn")
public final class ReturnToStandard implements ToStandard {

  @Override
  public List<Part> toStandard(byte[] message, Context context) {
    return PoliceFormat.MESSAGES.read(message, "YSTH", ReturnToStandard::read);
  }

  private static TransferReturn read(XmlDocument document) {
    TransferReturn notice = new TransferReturn();
    notice.setBody(document.part("GAJG", ReceivedParts::body));
    notice.setTransfer(document.part("YS", ReceivedParts::document));
    notice.setLetterNumber(document.required("THWH"));
    notice.setAcceptedAt(document.time("SLSJ"));
    notice.setReturnedAt(document.time("THSJ"));
    notice.setReason(document.required("LY"));
    notice.setSuggestedOrgan(document.part("JYDW", ReceivedParts::organ));
    notice.setPapersReturned(document.answer("CLTH"));
    notice.getCopyReceivers().addAll(document.parts("CSDW", ReceivedParts::organ));
    notice.setHandler(document.part("LXR", ReceivedParts::contact));
    notice.getAttachments().addAll(document.parts("FJ", ReceivedParts::file));
    return notice;
  }
}
