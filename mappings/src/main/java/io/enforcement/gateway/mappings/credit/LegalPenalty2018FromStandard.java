package io.enforcement.gateway.mappings.credit;

import io.enforcement.gateway.mappings.Context;
import io.enforcement.gateway.mappings.FromStandard;
import io.enforcement.gateway.standards.model.PenaltyDecision;
import io.enforcement.gateway.standards.model.StandardRecord;
import jakarta.inject.Named;

/** Writes a row for each legal person and sole trader among the parties of a decision. */
@Named("credit2018LegalPenalty")
public final class LegalPenalty2018FromStandard implements FromStandard {

  private static final PartyTable TABLE = PartyTable.ofLegal(Layout.OF_2018, "legal_penalty");

  @Override
  public byte[] fromStandard(StandardRecord record, Context context) {
    return PenaltyRows.write((PenaltyDecision) record, context, TABLE);
  }
}
