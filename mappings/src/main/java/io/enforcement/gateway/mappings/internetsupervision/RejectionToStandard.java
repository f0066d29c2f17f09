package io.enforcement.gateway.mappings.internetsupervision;

import io.enforcement.gateway.mappings.Context;
import io.enforcement.gateway.mappings.Part;
import io.enforcement.gateway.mappings.ToStandard;
import io.enforcement.gateway.mappings.table.AbnormalTable;
import jakarta.inject.Named;
import java.util.List;

/** Reads one row of the platform's table of abnormal rows. */
@Named("internetSupervisionRejection")
public final class RejectionToStandard implements ToStandard {

  @Override
  public List<Part> toStandard(byte[] message, Context context) {
    return AbnormalTable.read(message, "internet-supervision");
  }
}
