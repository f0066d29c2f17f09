package io.enforcement.gateway.mappings.credit;

import io.enforcement.gateway.mappings.Context;
import io.enforcement.gateway.mappings.FromStandard;
import io.enforcement.gateway.standards.model.PenaltyDecision;
import io.enforcement.gateway.standards.model.StandardRecord;
import jakarta.inject.Named;

/** Writes one row of the merged penalty layout for each party of a decision. */
@Named("creditPenaltyDecision")
public final class PenaltyDecisionFromStandard implements FromStandard {

  private static final PartyTable TABLE = PartyTable.ofAll(Layout.MERGED, "penalty");

  @Override
  public byte[] fromStandard(StandardRecord record, Context context) {
    return PenaltyRows.write((PenaltyDecision) record, context, TABLE);
  }
}
