package io.enforcement.gateway.standards.rules.crime;

import io.enforcement.gateway.standards.model.CrimeTransfer;
import io.enforcement.gateway.standards.model.DetentionTransfer;
import io.enforcement.gateway.standards.model.ProsecutorialOpinion;
import io.enforcement.gateway.standards.model.SuspectPerson;
import io.enforcement.gateway.standards.model.SuspectUnit;
import io.enforcement.gateway.standards.model.TransferAdvice;
import io.enforcement.gateway.standards.rules.book.Findings;
import io.enforcement.gateway.standards.rules.book.RuleBook;
import java.util.List;

/** Whom a transfer is about: the receiver has to find the same people and units. */
final class CrimeSuspectRules {

  private CrimeSuspectRules() {}

  static void addTo(RuleBook book) {
    book.add(
        CrimeTransfer.class,
        (transfer, today, findings) -> {
          suspects(transfer.getSuspectPersons(), transfer.getSuspectUnits(), findings);
          if (transfer.getSuspectPersons().isEmpty() && transfer.getSuspectUnits().isEmpty()) {
            findings.add("crime.suspect-absent", "", "neither person nor unit");
          }
        });
    book.add(
        TransferAdvice.class,
        (advice, today, findings) ->
            suspects(advice.getSuspectPersons(), advice.getSuspectUnits(), findings));
    book.add(
        DetentionTransfer.class,
        (transfer, today, findings) -> persons(transfer.getSuspectPersons(), findings));
    book.add(
        ProsecutorialOpinion.class,
        (opinion, today, findings) ->
            suspects(opinion.getSuspectPersons(), opinion.getSuspectUnits(), findings));
  }

  private static void suspects(
      List<SuspectPerson> persons, List<SuspectUnit> units, Findings findings) {
    persons(persons, findings);
    for (int i = 0; i < units.size(); i++) {
      if (units.get(i) != null && units.get(i).getUscc() == null) {
        findings.add("crime.suspect-identifier", "suspectUnits[" + i + "].uscc", "absent");
      }
    }
  }

  private static void persons(List<SuspectPerson> persons, Findings findings) {
    for (int i = 0; i < persons.size(); i++) {
      if (persons.get(i) != null && persons.get(i).getCertificate() == null) {
        findings.add("crime.suspect-identifier", "suspectPersons[" + i + "].certificate", "absent");
      }
    }
  }
}
