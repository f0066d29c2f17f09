package io.enforcement.gateway.routes.query;

import io.enforcement.gateway.routes.query.HeldRecords.Found;
import io.enforcement.gateway.standards.model.Answer;
import io.enforcement.gateway.standards.model.Officer;
import io.enforcement.gateway.standards.model.OfficerAnswer;
import io.enforcement.gateway.standards.model.OfficerKey;
import io.enforcement.gateway.standards.model.Query;
import io.enforcement.gateway.standards.register.OfficerEntry;
import io.enforcement.gateway.standards.register.Registers;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Is this officer certified: by the number of the certificate, on a day; from what was sent and
 * from the registers of the reference folder, the highest revision. A name or a body that the asker
 * names has to fit, or nothing is told. Thread-safe.
 */
final class OfficerCertificates implements AnswerSource {

  private static final String VALID = "01";
  private static final String SUSPENDED = "02";

  private final HeldRecords records;
  private final ReferenceRecords registers;

  OfficerCertificates(HeldRecords records, ReferenceRecords registers) {
    this.records = records;
    this.registers = registers;
  }

  @Override
  public void fill(Answer answer, Query query, LocalDate today) {
    OfficerKey key = query.getOfficerKey();
    LocalDate day = key.getOnDay() == null ? today : key.getOnDay();
    Found<Officer> known =
        records
            .revisions(Officer.class, AskedSubject.of(query), MOST)
            .and(registers.officers(key.getCertNo()));
    known.tell(answer);
    if (fits(key, known, day)) {
      toldOf(day, known).ifPresent(officer -> answer.getOfficerAnswers().add(told(officer, day)));
    }
  }

  private static boolean fits(OfficerKey key, Found<Officer> known, LocalDate day) {
    Registers.Builder register = new Registers.Builder();
    known.records().forEach(register::add);
    Optional<OfficerEntry> entry =
        known.records().stream()
            .findFirst()
            .flatMap(officer -> register.build().officer(officer.getCertNo()));
    return entry
        .filter(one -> key.getName() == null || one.isNamed(key.getName()))
        .filter(one -> key.getBodyUscc() == null || one.mayActFor(key.getBodyUscc(), day))
        .isPresent();
  }

  /** The newest revision that tells of the day; one about a later state tells nothing of it. */
  private static Optional<Officer> toldOf(LocalDate day, Found<Officer> known) {
    return known.records().stream()
        .filter(one -> one.getCertIssueDate() == null || !one.getCertIssueDate().isAfter(day))
        .filter(one -> one.getCertStatusDate() == null || !one.getCertStatusDate().isAfter(day))
        .findFirst();
  }

  private static OfficerAnswer told(Officer officer, LocalDate day) {
    OfficerAnswer told = new OfficerAnswer();
    told.setName(officer.getName());
    told.setCertNo(officer.getCertNo());
    told.setBody(officer.getBody());
    told.setCertValidTo(officer.getCertValidTo());
    told.setCertCategory(officer.getCertCategory());
    if (givenBack(officer, day)) {
      told.setCertStatus(VALID);
    } else {
      told.setCertStatus(officer.getCertStatus());
      told.setCertStatusDate(officer.getCertStatusDate());
    }
    return told;
  }

  private static boolean givenBack(Officer officer, LocalDate day) {
    return SUSPENDED.equals(officer.getCertStatus())
        && officer.getSuspendedUntil() != null
        && officer.getSuspendedUntil().isBefore(day);
  }
}
