package io.enforcement.gateway.mappings.credit;

import io.enforcement.gateway.mappings.Context;
import io.enforcement.gateway.mappings.FromStandard;
import io.enforcement.gateway.standards.model.LicenceDecision;
import io.enforcement.gateway.standards.model.StandardRecord;
import jakarta.inject.Named;

/** Writes one row of the merged licence layout for each holder. */
@Named("creditLicence")
public final class LicenceFromStandard implements FromStandard {

  private static final PartyTable TABLE = PartyTable.ofAll(Layout.MERGED, "licence");

  @Override
  public byte[] fromStandard(StandardRecord record, Context context) {
    return LicenceRows.write((LicenceDecision) record, context, TABLE);
  }
}
