package io.enforcement.gateway.mappings.credit;

import io.enforcement.gateway.mappings.Context;
import io.enforcement.gateway.mappings.Part;
import io.enforcement.gateway.mappings.ToStandard;
import jakarta.inject.Named;
import java.util.List;

/** Reads one row of the rejection table of the partner {@code credit}. */
@Named("creditRejection")
public final class RejectionToStandard implements ToStandard {

  private static final RejectionReading READING = new RejectionReading("credit");

  @Override
  public List<Part> toStandard(byte[] message, Context context) {
    return READING.read(message);
  }
}
