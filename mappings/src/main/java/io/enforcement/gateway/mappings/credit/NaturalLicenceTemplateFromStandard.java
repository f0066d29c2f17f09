package io.enforcement.gateway.mappings.credit;

import io.enforcement.gateway.mappings.Context;
import io.enforcement.gateway.mappings.FromStandard;
import io.enforcement.gateway.standards.model.LicenceDecision;
import io.enforcement.gateway.standards.model.StandardRecord;
import jakarta.inject.Named;

/** Fills the licence template for natural persons: a row for each such holder. */
@Named("creditTemplateNaturalLicence")
public final class NaturalLicenceTemplateFromStandard implements FromStandard {

  private static final PartyTable TABLE =
      PartyTable.ofNatural(Layout.OF_TEMPLATES, "natural_licence");

  @Override
  public byte[] fromStandard(StandardRecord record, Context context) {
    return LicenceRows.write((LicenceDecision) record, context, TABLE);
  }
}
