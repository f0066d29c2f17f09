package io.enforcement.gateway.mappings.credit;

import io.enforcement.gateway.mappings.Context;
import io.enforcement.gateway.mappings.Part;
import io.enforcement.gateway.mappings.ToStandard;
import jakarta.inject.Named;
import java.util.List;

/** Reads one row of the rejection table of the partner {@code credit-2015}. */
@Named("credit2015Rejection")
public final class Rejection2015ToStandard implements ToStandard {

  private static final RejectionReading READING = new RejectionReading("credit-2015");

  @Override
  public List<Part> toStandard(byte[] message, Context context) {
    return READING.read(message);
  }
}
