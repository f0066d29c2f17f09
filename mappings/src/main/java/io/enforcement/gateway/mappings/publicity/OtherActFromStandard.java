package io.enforcement.gateway.mappings.publicity;

import io.enforcement.gateway.mappings.Context;
import io.enforcement.gateway.mappings.FromStandard;
import io.enforcement.gateway.mappings.PartnerCodes;
import io.enforcement.gateway.mappings.Reading;
import io.enforcement.gateway.standards.model.Operation;
import io.enforcement.gateway.standards.model.OtherAct;
import io.enforcement.gateway.standards.model.StandardRecord;
import jakarta.inject.Named;
import java.time.LocalDate;

/**
 * Writes a levy, a confirmation or another act against an organisation; {@code decisionNo} is the
 * number of the act. Details: documentNo, startDate, endDate.
 */
@Named("publicityOtherAct")
public final class OtherActFromStandard implements FromStandard {

  private static final PartnerCodes KIND =
      PartnerCodes.beside(OtherActFromStandard.class, "act-kind");

  @Override
  public byte[] fromStandard(StandardRecord record, Context context) {
    OtherAct other = (OtherAct) record;
    Reading reading = new Reading();
    String kind = reading.code(KIND, other.getActKind(), "kind");
    reading.orRejected();
    if (other.getCdOperation() == Operation.D) {
      return Withdrawal.wronglySent(kind, other.getActNumber(), other.getBody().getUscc(), context);
    }
    NotPublic.refuseNaturalPersons(other.getParties());
    Redaction redaction = Redaction.of(other.getParties(), other.getOfficers());
    LocalDate today = Terms.today(context);
    return new PublicAct(
            kind,
            other.getActNumber(),
            other.getBody(),
            other.getActDate(),
            PublicParty.of(other.getParties(), redaction),
            redaction)
        .matter(other.getActName())
        .basis(Citation.of(other.getActBases()))
        .conclusion(other.getCloseResult())
        .fact("documentNo", other.getDocumentNumber())
        .fact("startDate", other.getStartDate())
        .fact("endDate", other.getEndDate())
        .write(
            other,
            today,
            Terms.until(null, today, Redaction.concernsNaturalPerson(other.getParties())));
  }
}
