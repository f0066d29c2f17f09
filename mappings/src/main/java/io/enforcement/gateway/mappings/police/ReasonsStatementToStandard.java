package io.enforcement.gateway.mappings.police;

import io.enforcement.gateway.mappings.Context;
import io.enforcement.gateway.mappings.Part;
import io.enforcement.gateway.mappings.ToStandard;
import io.enforcement.gateway.mappings.xml.XmlDocument;
import io.enforcement.gateway.standards.model.ReasonsStatement;
import jakarta.inject.Named;
import java.util.List;

/** Reads 不立案理由说明 to the procuratorate. */
@Named("policeReasonsStatement")
public final class ReasonsStatementToStandard implements ToStandard {

  @Override
  public List<Part> toStandard(byte[] message, Context context) {
    return PoliceFormat.MESSAGES.read(message, "BLALY", ReasonsStatementToStandard::read);
  }

  private static ReasonsStatement read(XmlDocument document) {
    ReasonsStatement statement = new ReasonsStatement();
    statement.setBody(document.part("GAJG", ReceivedParts::body));
    statement.setRequest(document.part("YQSM", ReceivedParts::document));
    statement.setLetterNumber(document.required("SMWH"));
    statement.setStatedOn(document.date("SMRQ"));
    statement.setReason(document.required("LY"));
    statement.setNowFiled(document.answer("YLA"));
    statement.setReceiver(document.part("SDDW", ReceivedParts::organ));
    statement.setHandler(document.part("LXR", ReceivedParts::contact));
    statement.getAttachments().addAll(document.parts("FJ", ReceivedParts::file));
    return statement;
  }
}
