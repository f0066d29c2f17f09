package io.enforcement.gateway.mappings.credit;

import io.enforcement.gateway.mappings.Context;
import io.enforcement.gateway.mappings.FromStandard;
import io.enforcement.gateway.standards.model.LicenceDecision;
import io.enforcement.gateway.standards.model.StandardRecord;
import jakarta.inject.Named;

/** Fills the licence template for legal persons and sole traders: a row for each such holder. */
@Named("creditTemplateLegalLicence")
public final class LegalLicenceTemplateFromStandard implements FromStandard {

  private static final PartyTable TABLE = PartyTable.ofLegal(Layout.OF_TEMPLATES, "legal_licence");

  @Override
  public byte[] fromStandard(StandardRecord record, Context context) {
    return LicenceRows.write((LicenceDecision) record, context, TABLE);
  }
}
