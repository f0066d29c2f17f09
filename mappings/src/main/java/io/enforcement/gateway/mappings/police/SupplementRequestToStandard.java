package io.enforcement.gateway.mappings.police;

import io.enforcement.gateway.mappings.Context;
import io.enforcement.gateway.mappings.Part;
import io.enforcement.gateway.mappings.PartnerCodes;
import io.enforcement.gateway.mappings.ToStandard;
import io.enforcement.gateway.mappings.xml.XmlDocument;
import io.enforcement.gateway.standards.model.SupplementRequest;
import jakarta.inject.Named;
import java.util.List;

/** Reads 补充材料通知: material that is missing, or more investigation. */
@Named("policeSupplementRequest")
public final class SupplementRequestToStandard implements ToStandard {

  private static final PartnerCodes SUPPLEMENT_KIND = PoliceFormat.meaning("supplement-kind");

  @Override
  public List<Part> toStandard(byte[] message, Context context) {
    return PoliceFormat.MESSAGES.read(message, "BCCLTZ", SupplementRequestToStandard::read);
  }

  private static SupplementRequest read(XmlDocument document) {
    SupplementRequest request = new SupplementRequest();
    request.setBody(document.part("GAJG", ReceivedParts::body));
    request.setTransfer(document.part("YS", ReceivedParts::document));
    request.setLetterNumber(document.required("TZWH"));
    request.setKind(document.requiredCode("BCZL", SUPPLEMENT_KIND));
    request.setAcceptedAt(document.time("SLSJ"));
    request.setRequestedAt(document.time("TZSJ"));
    request.getMissingMaterials().addAll(document.parts("QSCL", ReceivedParts::missing));
    request.setQuestions(document.text("CMSX"));
    request.setAnswerLimit(document.part("QX", ReceivedParts::limit));
    request.setHandler(document.part("LXR", ReceivedParts::contact));
    request.getAttachments().addAll(document.parts("FJ", ReceivedParts::file));
    return request;
  }
}
