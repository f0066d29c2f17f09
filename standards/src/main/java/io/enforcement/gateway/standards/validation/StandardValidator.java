package io.enforcement.gateway.standards.validation;

import io.enforcement.gateway.standards.model.PenaltyDecision;
import io.enforcement.gateway.standards.model.Revocation;
import io.enforcement.gateway.standards.model.StandardRecord;
import java.time.LocalDate;
import java.util.List;

/**
 * The rule catalogue applied to one record: identifiers, codes, cross-field rules and duties. What
 * is absent altogether is said by the schema ({@code structure.missing}), not here. Pure; any
 * thread.
 */
public final class StandardValidator {

  private StandardValidator() {}

  /**
   * What the rules find in this record, in the order of its fields; empty when all is well.
   *
   * @param today the day against which dates are judged, in the body's time zone
   */
  public static List<Finding> validate(StandardRecord record, LocalDate today) {
    Findings findings = new Findings();
    if (record instanceof PenaltyDecision decision) {
      BodyRules.check(decision.getBody(), findings);
      CaseRules.check(decision, today, findings);
      PartyRules.check(decision, today, findings);
      PenaltyRules.check(decision, findings);
      DutyRules.check(decision, findings);
    } else if (record instanceof Revocation revocation) {
      BodyRules.check(revocation.getBody(), findings);
      RevocationRules.check(revocation, today, findings);
    }
    return findings.all();
  }
}
