package io.enforcement.gateway.mappings.credit;

import io.enforcement.gateway.mappings.Context;
import io.enforcement.gateway.mappings.FromStandard;
import io.enforcement.gateway.standards.model.PenaltyDecision;
import io.enforcement.gateway.standards.model.StandardRecord;
import jakarta.inject.Named;

/** Writes a row for each natural person among the parties of a decision. */
@Named("credit2018NaturalPenalty")
public final class NaturalPenalty2018FromStandard implements FromStandard {

  private static final PartyTable TABLE = PartyTable.ofNatural(Layout.OF_2018, "natural_penalty");

  @Override
  public byte[] fromStandard(StandardRecord record, Context context) {
    return PenaltyRows.write((PenaltyDecision) record, context, TABLE);
  }
}
