package io.enforcement.gateway.mappings.police;

import io.enforcement.gateway.mappings.Context;
import io.enforcement.gateway.mappings.Part;
import io.enforcement.gateway.mappings.ToStandard;
import io.enforcement.gateway.mappings.xml.XmlDocument;
import io.enforcement.gateway.standards.model.TransferForwarding;
import jakarta.inject.Named;
import java.util.List;

/** Reads 移送管辖: another organ of the police has the case now. */
@Named("policeForwarding")
public final class ForwardingToStandard implements ToStandard {

  @Override
  public List<Part> toStandard(byte[] message, Context context) {
    return PoliceFormat.MESSAGES.read(message, "YSGX", ForwardingToStandard::read);
  }

  private static TransferForwarding read(XmlDocument document) {
    TransferForwarding notice = new TransferForwarding();
    notice.setBody(document.part("GAJG", ReceivedParts::body));
    notice.setTransfer(document.part("YS", ReceivedParts::document));
    notice.setLetterNumber(document.required("TZWH"));
    notice.setAcceptedAt(document.time("SLSJ"));
    notice.setForwardedAt(document.time("YSSJ"));
    notice.setCompetentOrgan(document.part("GXDW", ReceivedParts::organ));
    notice.setReason(document.required("LY"));
    notice.getCopyReceivers().addAll(document.parts("CSDW", ReceivedParts::organ));
    notice.setHandler(document.part("LXR", ReceivedParts::contact));
    notice.getAttachments().addAll(document.parts("FJ", ReceivedParts::file));
    return notice;
  }
}
