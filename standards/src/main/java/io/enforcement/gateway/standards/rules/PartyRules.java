package io.enforcement.gateway.standards.rules;

import io.enforcement.gateway.standards.model.Certificate;
import io.enforcement.gateway.standards.model.Party;
import io.enforcement.gateway.standards.model.PenaltyDecision;
import io.enforcement.gateway.standards.validation.Identifiers;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Who was punished: kinds against identifiers, numbers that are told apart. */
final class PartyRules {

  static final String CITIZEN = "1";

  private final LocalDate decided;
  private final LocalDate today;
  private final Findings findings;

  private PartyRules(LocalDate decided, LocalDate today, Findings findings) {
    this.decided = decided;
    this.today = today;
    this.findings = findings;
  }

  static void check(PenaltyDecision decision, LocalDate today, Findings findings) {
    PartyRules rules = new PartyRules(decision.getPunishSetDate(), today, findings);
    List<Party> parties = decision.getParties();
    Set<Integer> numbers = new HashSet<>();
    for (int i = 0; i < parties.size(); i++) {
      Party party = parties.get(i);
      if (party != null) {
        rules.party(party, "parties[" + i + "]");
        if (!numbers.add(party.getNo())) {
          findings.add("party.duplicate-number", "parties[" + i + "].no", "used before");
        }
      }
    }
  }

  private void party(Party party, String path) {
    if (party.getOrganisationCode() != null
        && !Identifiers.organisationCode(party.getOrganisationCode())) {
      findings.add(
          "identifier.organisation-code", path + ".organisationCode", "check character wrong");
    }
    kind(party, path);
    minor(party, path);
  }

  private void kind(Party party, String path) {
    boolean trader = party.isSelfEmployed();
    if (CITIZEN.equals(party.getKind()) && !trader) {
      if (party.getCertificate() == null) {
        findings.add("party.certificate-missing", path + ".certificate", "absent");
      }
      if (party.getUscc() != null) {
        findings.add(
            "party.kind-identifier", path + ".uscc", "citizen with an organisation's code");
      }
    } else if (party.getUscc() == null) {
      findings.add("identifier.uscc-missing", path + ".uscc", "absent");
    }
    if (!CITIZEN.equals(party.getKind()) && !trader && CitizenId.is(party.getCertificate())) {
      findings.add(
          "party.kind-identifier", path + ".certificate", "organisation with a citizen's number");
    }
  }

  /** A minor must be marked: the mark keeps the decision from publication. */
  private void minor(Party party, String path) {
    Certificate certificate = party.getCertificate();
    if (decided == null
        || !CitizenId.is(certificate)
        || !Identifiers.citizenId(certificate.getNumber(), today)) {
      return;
    }
    boolean young = Identifiers.birthDate(certificate.getNumber()).plusYears(18).isAfter(decided);
    if (young && !Boolean.TRUE.equals(party.isMinor())) {
      findings.add("party.minor", path + ".minor", "not marked");
    }
  }
}
