package io.enforcement.gateway.mappings.procuratorate;

import io.enforcement.gateway.mappings.Context;
import io.enforcement.gateway.mappings.Part;
import io.enforcement.gateway.mappings.PartnerCodes;
import io.enforcement.gateway.mappings.ToStandard;
import io.enforcement.gateway.mappings.xml.XmlDocument;
import io.enforcement.gateway.standards.model.SupervisionResult;
import jakarta.inject.Named;
import java.util.List;

/** Reads 立案监督结果告知 to the agency that asked for supervision. */
@Named("procuratorateSupervisionResult")
public final class SupervisionResultToStandard implements ToStandard {

  private static final PartnerCodes SUPERVISION_RESULT =
      ProcuratorateFormat.meaning("supervision-result");

  @Override
  public List<Part> toStandard(byte[] message, Context context) {
    return ProcuratorateFormat.MESSAGES.read(
        message, "supervisionResult", SupervisionResultToStandard::read);
  }

  private static SupervisionResult read(XmlDocument document) {
    SupervisionResult result = new SupervisionResult();
    result.setBody(document.part("procuratorate", ReceivedParts::body));
    result.setReceiver(document.part("agency", ReceivedParts::organ));
    result.setSuggestion(document.part("suggestion", ReceivedParts::document));
    result.setLetterNumber(document.required("letterNo"));
    result.setResult(document.requiredCode("result", SUPERVISION_RESULT));
    result.setFoundOn(document.date("findDate"));
    result.setToldOn(document.date("tellDate"));
    result.setReason(document.text("reason"));
    result.setFiling(document.part("filing", ReceivedParts::document));
    result.setHandler(document.part("undertaker", ReceivedParts::contact));
    result.getAttachments().addAll(document.parts("file", ReceivedParts::file));
    return result;
  }
}
