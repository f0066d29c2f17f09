package io.enforcement.gateway.mappings.credit;

import io.enforcement.gateway.mappings.Context;
import io.enforcement.gateway.mappings.FromStandard;
import io.enforcement.gateway.standards.model.PenaltyDecision;
import io.enforcement.gateway.standards.model.StandardRecord;
import jakarta.inject.Named;

/** Writes one row of the penalty layout of 2015 for each party of a decision. */
@Named("credit2015Penalty")
public final class Penalty2015FromStandard implements FromStandard {

  private static final PartyTable TABLE = PartyTable.ofAll(Layout.OF_2015, "penalty");

  @Override
  public byte[] fromStandard(StandardRecord record, Context context) {
    return PenaltyRows.write((PenaltyDecision) record, context, TABLE);
  }
}
