package io.enforcement.gateway.mappings.province;

import io.enforcement.gateway.mappings.Context;
import io.enforcement.gateway.mappings.FromStandard;
import io.enforcement.gateway.standards.format.StandardXml;
import io.enforcement.gateway.standards.model.StandardRecord;
import jakarta.inject.Named;

/** Writes one record of the standard. */
@Named("provinceRecordFromStandard")
public final class RecordFromStandard implements FromStandard {

  @Override
  public byte[] fromStandard(StandardRecord record, Context context) {
    return StandardXml.write(record);
  }
}
