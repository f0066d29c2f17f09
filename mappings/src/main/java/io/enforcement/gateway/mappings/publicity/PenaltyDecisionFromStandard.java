package io.enforcement.gateway.mappings.publicity;

import io.enforcement.gateway.mappings.Context;
import io.enforcement.gateway.mappings.FromStandard;
import io.enforcement.gateway.standards.model.Operation;
import io.enforcement.gateway.standards.model.PenaltyDecision;
import io.enforcement.gateway.standards.model.StandardRecord;
import jakarta.inject.Named;
import java.time.LocalDate;

/** Writes what the public may see of a decision, or takes down one that was sent by mistake. */
@Named("publicityPenaltyDecision")
public final class PenaltyDecisionFromStandard implements FromStandard {

  @Override
  public byte[] fromStandard(StandardRecord record, Context context) {
    PenaltyDecision decision = (PenaltyDecision) record;
    String number = decision.getPunishFileNum();
    if (decision.getCdOperation() == Operation.D) {
      return Withdrawal.wronglySent(null, number, decision.getBody().getUscc(), context);
    }
    NotPublic.refuseUnlessOpen(decision.isRestricted(), "restricted");
    NotPublic.refuseMinors(decision.getParties());
    Redaction redaction = Redaction.of(decision.getParties(), decision.getOfficers());
    LocalDate today = Terms.today(context);
    return new PublicAct(
            "处罚",
            number,
            decision.getBody(),
            decision.getPunishSetDate(),
            PublicParty.of(decision.getParties(), redaction),
            redaction)
        .illegalAct(decision.getIllegalAct())
        .basis(Citation.of(decision.getPunishAccords()))
        .conclusion(decision.getPunishResult())
        .write(
            decision,
            today,
            Terms.until(
                decision.getPublishUntil(),
                today,
                Redaction.concernsNaturalPerson(decision.getParties())));
  }
}
