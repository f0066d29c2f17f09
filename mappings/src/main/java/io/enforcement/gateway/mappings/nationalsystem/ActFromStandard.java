package io.enforcement.gateway.mappings.nationalsystem;

import io.enforcement.gateway.mappings.Context;
import io.enforcement.gateway.mappings.FromStandard;
import io.enforcement.gateway.mappings.PartnerJson;
import io.enforcement.gateway.mappings.table.RecordTables;
import io.enforcement.gateway.standards.model.StandardRecord;
import jakarta.inject.Named;

/** Writes one row of the record's table ({@code tables.csv}) for each of its parties. */
@Named("nationalSystemAct")
public final class ActFromStandard implements FromStandard {

  private static final RecordTables TABLES = RecordTables.beside(ActFromStandard.class);

  @Override
  public byte[] fromStandard(StandardRecord record, Context context) {
    return PartnerJson.write(TABLES.byParty(record));
  }
}
