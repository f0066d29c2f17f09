package io.enforcement.gateway.mappings.publicity;

import io.enforcement.gateway.mappings.Context;
import io.enforcement.gateway.mappings.FromStandard;
import io.enforcement.gateway.mappings.Reading;
import io.enforcement.gateway.standards.model.CoercionMeasure;
import io.enforcement.gateway.standards.model.Operation;
import io.enforcement.gateway.standards.model.StandardRecord;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.List;

/**
 * Writes a coercive measure: which, on what basis, for how long; never where, what goods and which
 * accounts. Details: startDate, endDate, liftedDate, disposal.
 */
@Named("publicityCoercion")
public final class CoercionFromStandard implements FromStandard {

  private static final String KIND = "强制";
  // 限制公民人身自由: privacy, whoever it is.
  private static final String FREEDOM = "1";

  @Override
  public byte[] fromStandard(StandardRecord record, Context context) {
    CoercionMeasure measure = (CoercionMeasure) record;
    String number = measure.getMandatoryDecisionNumber();
    if (measure.getCdOperation() == Operation.D) {
      return Withdrawal.wronglySent(KIND, number, measure.getBody().getUscc(), context);
    }
    NotPublic.refuseMinors(measure.getParties());
    NotPublic.refuseUnlessOpen(FREEDOM.equals(measure.getMeasure()), "measure");
    Redaction redaction = Redaction.of(measure.getParties(), List.of());
    Reading reading = new Reading();
    PublicAct act =
        new PublicAct(
                KIND,
                number,
                measure.getBody(),
                measure.getDecisionDate(),
                PublicParty.of(measure.getParties(), redaction),
                redaction)
            .basis(Citation.of(measure.getMandatoryBases()))
            .conclusion(Words.of("coercion-measure", measure.getMeasure(), "conclusion", reading))
            .fact("startDate", measure.getStartDate())
            .fact("endDate", endDate(measure))
            .fact("liftedDate", measure.getLiftedDate())
            .fact(
                "disposal",
                Words.of("coercion-disposal", measure.getDisposal(), "details.disposal", reading));
    reading.orRejected();
    LocalDate today = Terms.today(context);
    return act.write(
        measure,
        today,
        Terms.until(null, today, Redaction.concernsNaturalPerson(measure.getParties())));
  }

  private static LocalDate endDate(CoercionMeasure measure) {
    return measure.getExtension() == null
        ? measure.getEndDate()
        : measure.getExtension().getUntil();
  }
}
