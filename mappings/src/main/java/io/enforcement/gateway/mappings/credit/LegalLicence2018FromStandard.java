package io.enforcement.gateway.mappings.credit;

import io.enforcement.gateway.mappings.Context;
import io.enforcement.gateway.mappings.FromStandard;
import io.enforcement.gateway.standards.model.LicenceDecision;
import io.enforcement.gateway.standards.model.StandardRecord;
import jakarta.inject.Named;

/** Writes a row for each legal person and sole trader among the holders of a licence. */
@Named("credit2018LegalLicence")
public final class LegalLicence2018FromStandard implements FromStandard {

  private static final PartyTable TABLE = PartyTable.ofLegal(Layout.OF_2018, "legal_licence");

  @Override
  public byte[] fromStandard(StandardRecord record, Context context) {
    return LicenceRows.write((LicenceDecision) record, context, TABLE);
  }
}
