package io.enforcement.gateway.mappings.credit;

import io.enforcement.gateway.mappings.Context;
import io.enforcement.gateway.mappings.FromStandard;
import io.enforcement.gateway.standards.model.LicenceDecision;
import io.enforcement.gateway.standards.model.StandardRecord;
import jakarta.inject.Named;

/** Writes one row of the licence layout of 2015 for each holder. */
@Named("credit2015Licence")
public final class Licence2015FromStandard implements FromStandard {

  private static final PartyTable TABLE = PartyTable.ofAll(Layout.OF_2015, "licence");

  @Override
  public byte[] fromStandard(StandardRecord record, Context context) {
    return LicenceRows.write((LicenceDecision) record, context, TABLE);
  }
}
