package io.enforcement.gateway.mappings.province;

import io.enforcement.gateway.mappings.Context;
import io.enforcement.gateway.mappings.Part;
import io.enforcement.gateway.mappings.ToStandard;
import io.enforcement.gateway.standards.model.Receipt;
import jakarta.inject.Named;
import java.util.List;

/**
 * Reads what the level above says. Its receipts name our delivery as their source name, because to
 * it that is the sender's key, and its own message beside it; here they are about our delivery.
 */
@Named("provinceAnswerToStandard")
public final class AnswerToStandard implements ToStandard {

  private final RecordToStandard records = new RecordToStandard();

  @Override
  public List<Part> toStandard(byte[] message, Context context) {
    List<Part> parts = records.toStandard(message, context);
    for (Part part : parts) {
      if (part instanceof Part.Translated translated
          && translated.record() instanceof Receipt receipt
          && receipt.getSourceName() != null) {
        receipt.setMessageId(receipt.getSourceName());
      }
    }
    return parts;
  }
}
