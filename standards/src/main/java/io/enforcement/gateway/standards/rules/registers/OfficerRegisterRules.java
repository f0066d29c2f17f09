package io.enforcement.gateway.standards.rules.registers;

import io.enforcement.gateway.standards.model.Officer;
import io.enforcement.gateway.standards.rules.book.CitizenId;
import io.enforcement.gateway.standards.rules.book.Findings;
import io.enforcement.gateway.standards.validation.Identifiers;
import java.time.LocalDate;

/** The register of officers (demand U01): whether the certificate holds, and who the officer is. */
final class OfficerRegisterRules {

  private static final String VALID = "01";
  private static final String SUSPENDED = "02";
  // 宁建(督)发〔2024〕2号 (3): at least 60 hours of training a year.
  private static final int TRAINING_HOURS = 60;

  private final Officer officer;
  private final LocalDate today;
  private final Findings findings;

  private OfficerRegisterRules(Officer officer, LocalDate today, Findings findings) {
    this.officer = officer;
    this.today = today;
    this.findings = findings;
  }

  static void check(Officer officer, LocalDate today, Findings findings) {
    OfficerRegisterRules rules = new OfficerRegisterRules(officer, today, findings);
    rules.identity();
    rules.certificate();
    rules.suspension();
    rules.qualification();
  }

  private void identity() {
    if (officer.getIdCertificate() == null || officer.getIdCertificate().getNumber() == null) {
      findings.add("register.officer-id-missing", "idCertificate", "absent");
    } else if (CitizenId.is(officer.getIdCertificate())) {
      birth(officer.getIdCertificate().getNumber());
    }
  }

  private void birth(String number) {
    if (officer.getBirth() != null
        && Identifiers.citizenId(number, today)
        && !officer.getBirth().equals(Identifiers.birthDate(number))) {
      findings.add("register.officer-birth", "birth", "another day than in the citizen's number");
    }
  }

  private void certificate() {
    boolean valid = VALID.equals(officer.getCertStatus());
    if (valid && RegisterRules.isBefore(officer.getCertValidTo(), today)) {
      findings.add("register.officer-expired", "certStatus", "valid after its last day");
    }
    if (!valid && officer.getCertStatus() != null && officer.getCertStatusDate() == null) {
      findings.add("register.officer-state-date", "certStatusDate", "absent");
    }
  }

  private void suspension() {
    if (officer.getSuspendedUntil() == null || officer.getCertStatus() == null) {
      return;
    }
    if (!SUSPENDED.equals(officer.getCertStatus())) {
      findings.add("register.officer-suspension", "suspendedUntil", "not suspended");
    } else if (officer.getSuspendedUntil().isBefore(today)) {
      findings.add("register.officer-suspension", "suspendedUntil", "over, still suspended");
    }
  }

  private void qualification() {
    if (Boolean.TRUE.equals(officer.isLegalReviewer())
        && !Boolean.TRUE.equals(officer.isLegalQualification())) {
      findings.add("register.officer-reviewer", "legalQualification", "not said, or none");
    }
    // A year that still runs may bring the hours that are missing.
    if (officer.getTrainingYear() != null
        && officer.getTrainingHours() != null
        && officer.getTrainingYear() < today.getYear()
        && officer.getTrainingHours() < TRAINING_HOURS) {
      findings.add(
          "register.officer-training",
          "trainingHours",
          "fewer hours",
          Integer.toString(TRAINING_HOURS));
    }
  }
}
