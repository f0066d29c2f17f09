package io.enforcement.gateway.mappings.supervision;

import io.enforcement.gateway.mappings.Context;
import io.enforcement.gateway.mappings.FromStandard;
import io.enforcement.gateway.mappings.PartnerJson;
import io.enforcement.gateway.mappings.table.RecordTables;
import io.enforcement.gateway.mappings.table.TableRows;
import io.enforcement.gateway.standards.model.StandardRecord;
import jakarta.inject.Named;

/** Writes any record that the platform takes, in the columns of its table ({@code tables.csv}). */
@Named("supervisionRecord")
public final class RecordFromStandard implements FromStandard {

  private static final RecordTables TABLES = RecordTables.beside(RecordFromStandard.class);

  @Override
  public byte[] fromStandard(StandardRecord record, Context context) {
    TableRows written = TABLES.whole(record);
    return PartnerJson.write(
        new SupervisionDocument(
            context.key(), written.table(), record.getRevision(), written.rows().get(0)));
  }
}
