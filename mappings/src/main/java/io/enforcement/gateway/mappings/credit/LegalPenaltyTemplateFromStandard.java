package io.enforcement.gateway.mappings.credit;

import io.enforcement.gateway.mappings.Context;
import io.enforcement.gateway.mappings.FromStandard;
import io.enforcement.gateway.standards.model.PenaltyDecision;
import io.enforcement.gateway.standards.model.StandardRecord;
import jakarta.inject.Named;

/** Fills the penalty template for legal persons and sole traders: a row for each such party. */
@Named("creditTemplateLegalPenalty")
public final class LegalPenaltyTemplateFromStandard implements FromStandard {

  private static final PartyTable TABLE = PartyTable.ofLegal(Layout.OF_TEMPLATES, "legal_penalty");

  @Override
  public byte[] fromStandard(StandardRecord record, Context context) {
    return PenaltyRows.write((PenaltyDecision) record, context, TABLE);
  }
}
