package io.enforcement.gateway.mappings.police;

import io.enforcement.gateway.mappings.Context;
import io.enforcement.gateway.mappings.Part;
import io.enforcement.gateway.mappings.PartnerCodes;
import io.enforcement.gateway.mappings.ToStandard;
import io.enforcement.gateway.mappings.xml.XmlDocument;
import io.enforcement.gateway.standards.model.DetentionResult;
import jakarta.inject.Named;
import java.util.List;

/** Reads 行政拘留案件处理结果: detained, refused, or more evidence asked for. */
@Named("policeDetentionResult")
public final class DetentionResultToStandard implements ToStandard {

  private static final PartnerCodes DETENTION_RESULT = PoliceFormat.meaning("detention-result");

  @Override
  public List<Part> toStandard(byte[] message, Context context) {
    return PoliceFormat.MESSAGES.read(message, "XZJLJG", DetentionResultToStandard::read);
  }

  private static DetentionResult read(XmlDocument document) {
    DetentionResult result = new DetentionResult();
    result.setBody(document.part("GAJG", ReceivedParts::body));
    result.setTransfer(document.part("YS", ReceivedParts::document));
    result.setLetterNumber(document.required("WSWH"));
    result.setKind(document.requiredCode("JGZL", DETENTION_RESULT));
    result.setAcceptedOn(document.date("SLRQ"));
    result.setDecidedOn(document.date("JDRQ"));
    result.setNoticedOn(document.date("TZRQ"));
    result.getDetainedPersons().addAll(document.parts("BCLR", ReceivedParts::detained));
    result.setReason(document.text("LY"));
    result.getMissingMaterials().addAll(document.parts("QSCL", ReceivedParts::missing));
    result.setPapersReturned(document.answer("CLTH"));
    result.setHandler(document.part("LXR", ReceivedParts::contact));
    result.getAttachments().addAll(document.parts("FJ", ReceivedParts::file));
    return result;
  }
}
