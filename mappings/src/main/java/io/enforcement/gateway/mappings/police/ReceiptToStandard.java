package io.enforcement.gateway.mappings.police;

import io.enforcement.gateway.mappings.Context;
import io.enforcement.gateway.mappings.Part;
import io.enforcement.gateway.mappings.ToStandard;
import io.enforcement.gateway.mappings.xml.XmlDocument;
import io.enforcement.gateway.standards.model.CrimeTransferReceipt;
import jakarta.inject.Named;
import java.util.List;

/** Reads 受案回执: from its moment the clocks of the police run. */
@Named("policeReceipt")
public final class ReceiptToStandard implements ToStandard {

  @Override
  public List<Part> toStandard(byte[] message, Context context) {
    return PoliceFormat.MESSAGES.read(message, "SAHZ", ReceiptToStandard::read);
  }

  private static CrimeTransferReceipt read(XmlDocument document) {
    CrimeTransferReceipt receipt = new CrimeTransferReceipt();
    receipt.setBody(document.part("GAJG", ReceivedParts::body));
    receipt.setTransfer(document.part("YS", ReceivedParts::document));
    receipt.setLetterNumber(document.required("HZWH"));
    receipt.setAcceptedAt(document.time("SLSJ"));
    receipt.setPoliceCaseNumber(document.text("GAAJBH"));
    receipt.setHandler(document.part("LXR", ReceivedParts::contact));
    receipt.setReviewLimit(document.part("SCQX", ReceivedParts::limit));
    receipt.setRemark(document.text("BZ"));
    return receipt;
  }
}
