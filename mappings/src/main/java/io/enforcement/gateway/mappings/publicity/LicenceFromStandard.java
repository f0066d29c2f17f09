package io.enforcement.gateway.mappings.publicity;

import io.enforcement.gateway.mappings.Context;
import io.enforcement.gateway.mappings.FromStandard;
import io.enforcement.gateway.mappings.Reading;
import io.enforcement.gateway.standards.model.ActDocumentReference;
import io.enforcement.gateway.standards.model.LicenceDecision;
import io.enforcement.gateway.standards.model.Operation;
import io.enforcement.gateway.standards.model.StandardRecord;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.List;

/**
 * Writes what the public may see of a licence decision. Details: event, licenceState,
 * certificateName, certificateNo, validFrom, validUntil, and originalDecisionNo when it changes or
 * ends an earlier one.
 */
@Named("publicityLicence")
public final class LicenceFromStandard implements FromStandard {

  private static final String KIND = "许可";

  @Override
  public byte[] fromStandard(StandardRecord record, Context context) {
    LicenceDecision decision = (LicenceDecision) record;
    String number = decision.getLicenceFileNum();
    if (decision.getCdOperation() == Operation.D) {
      return Withdrawal.wronglySent(KIND, number, decision.getBody().getUscc(), context);
    }
    NotPublic.refuseUnlessOpen(decision.isRestricted(), "restricted");
    NotPublic.refuseMinors(decision.getParties());
    Redaction redaction = Redaction.of(decision.getParties(), List.of());
    Reading reading = new Reading();
    PublicAct act =
        new PublicAct(
                KIND,
                number,
                decision.getBody(),
                decision.getDecisionDate(),
                PublicParty.of(decision.getParties(), redaction),
                redaction)
            .matter(decision.getLicenceFileName())
            .basis(Citation.of(decision.getActBases()))
            .conclusion(decision.getContent());
    details(decision, act, reading);
    reading.orRejected();
    LocalDate today = Terms.today(context);
    return act.write(
        decision,
        today,
        Terms.until(null, today, Redaction.concernsNaturalPerson(decision.getParties())));
  }

  private static void details(LicenceDecision decision, PublicAct act, Reading reading) {
    ActDocumentReference original = decision.getOriginalLicence();
    String event = Words.of("licence-event", decision.getLicenceEvent(), "details.event", reading);
    String state = Words.of("licence-state", decision.getState(), "details.licenceState", reading);
    certificateNo(decision, act);
    act.fact("event", event)
        .fact("licenceState", state)
        .detail("certificateName", decision.getCertificateName())
        .fact("validFrom", decision.getValidFrom())
        .fact("validUntil", decision.getValidUntil())
        .fact("originalDecisionNo", original == null ? null : original.getDocumentNumber());
  }

  /** That of a person may be a number of the person. */
  private static void certificateNo(LicenceDecision decision, PublicAct act) {
    String number = decision.getCertificateNumber();
    if (Redaction.concernsNaturalPerson(decision.getParties())) {
      act.detail("certificateNo", number);
    } else {
      act.fact("certificateNo", number);
    }
  }
}
