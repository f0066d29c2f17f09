package io.enforcement.gateway.mappings.publicity;

import io.enforcement.gateway.mappings.Context;
import io.enforcement.gateway.mappings.FromStandard;
import io.enforcement.gateway.mappings.Reading;
import io.enforcement.gateway.standards.model.Inspection;
import io.enforcement.gateway.standards.model.Operation;
import io.enforcement.gateway.standards.model.StandardRecord;
import jakarta.inject.Named;
import java.time.LocalDate;

/**
 * Writes the result of an inspection; {@code decisionNo} is the number of the inspection. Details:
 * documentNo, form, type, mode, randomResult.
 */
@Named("publicityInspection")
public final class InspectionFromStandard implements FromStandard {

  private static final String KIND = "检查";

  @Override
  public byte[] fromStandard(StandardRecord record, Context context) {
    Inspection inspection = (Inspection) record;
    String number = inspection.getCheckActionCode();
    if (inspection.getCdOperation() == Operation.D) {
      return Withdrawal.wronglySent(KIND, number, inspection.getBody().getUscc(), context);
    }
    NotPublic.refuseMinors(inspection.getParties());
    Redaction redaction = Redaction.of(inspection.getParties(), inspection.getOfficers());
    Reading reading = new Reading();
    PublicAct act =
        new PublicAct(
                KIND,
                number,
                inspection.getBody(),
                Terms.day(inspection.getCheckDate()),
                PublicParty.of(inspection.getParties(), redaction),
                redaction)
            .matter(inspection.getCheckActionName())
            .conclusion(
                Words.of("inspection-result", inspection.getCheckResult(), "conclusion", reading));
    details(inspection, act, reading);
    reading.orRejected();
    LocalDate today = Terms.today(context);
    return act.write(
        inspection,
        today,
        Terms.until(null, today, Redaction.concernsNaturalPerson(inspection.getParties())));
  }

  private static void details(Inspection inspection, PublicAct act, Reading reading) {
    act.fact("documentNo", inspection.getCheckFileNum());
    detail(act, "form", "inspection-form", inspection.getCheckForm(), reading);
    detail(act, "type", "inspection-kind", inspection.getCheckType(), reading);
    detail(act, "mode", "inspection-mode", inspection.getCheckMode(), reading);
    detail(act, "randomResult", "random-inspection-result", inspection.getRandomResult(), reading);
  }

  private static void detail(
      PublicAct act, String name, String table, String code, Reading reading) {
    act.fact(name, Words.of(table, code, "details." + name, reading));
  }
}
