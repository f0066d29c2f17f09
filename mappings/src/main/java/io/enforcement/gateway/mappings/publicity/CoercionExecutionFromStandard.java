package io.enforcement.gateway.mappings.publicity;

import io.enforcement.gateway.mappings.Context;
import io.enforcement.gateway.mappings.FromStandard;
import io.enforcement.gateway.mappings.Reading;
import io.enforcement.gateway.standards.model.CoercionExecution;
import io.enforcement.gateway.standards.model.Operation;
import io.enforcement.gateway.standards.model.StandardRecord;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.List;

/**
 * Writes an execution by the body itself: how, on what basis, of which decision; never sums,
 * substitutes and agreements. Details: enforcedDecision, startDate, endDate.
 */
@Named("publicityCoercionExecution")
public final class CoercionExecutionFromStandard implements FromStandard {

  private static final String KIND = "强制";
  // 申请人民法院强制执行: the court's to publish.
  private static final String COURT = "6";

  @Override
  public byte[] fromStandard(StandardRecord record, Context context) {
    CoercionExecution execution = (CoercionExecution) record;
    String number = execution.getMandatoryDecisionNumber();
    if (execution.getCdOperation() == Operation.D) {
      return Withdrawal.wronglySent(KIND, number, execution.getBody().getUscc(), context);
    }
    NotPublic.refuseMinors(execution.getParties());
    NotPublic.refuseUnlessOpen(COURT.equals(execution.getExecutionKind()), "executionKind");
    Redaction redaction = Redaction.of(execution.getParties(), List.of());
    Reading reading = new Reading();
    PublicAct act =
        new PublicAct(
                KIND,
                number,
                execution.getBody(),
                execution.getDecisionDate(),
                PublicParty.of(execution.getParties(), redaction),
                redaction)
            .basis(Citation.of(execution.getMandatoryBases()))
            .conclusion(
                Words.of("coercion-execution", execution.getExecutionKind(), "conclusion", reading))
            .fact("enforcedDecision", execution.getEnforcedDecision().getDocumentNumber())
            .fact("startDate", execution.getStartDate())
            .fact("endDate", execution.getEndDate());
    reading.orRejected();
    LocalDate today = Terms.today(context);
    return act.write(
        execution,
        today,
        Terms.until(null, today, Redaction.concernsNaturalPerson(execution.getParties())));
  }
}
