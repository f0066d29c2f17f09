package io.enforcement.gateway.standards.validation;

import io.enforcement.gateway.standards.model.Certificate;
import io.enforcement.gateway.standards.model.Party;
import io.enforcement.gateway.standards.model.PenaltyDecision;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Who was punished: kinds against identifiers, check digits, numbers that are told apart. */
final class PartyRules {

  static final String CITIZEN = "1";
  private static final Set<String> CITIZEN_ID_TYPES = Set.of("111", "112");

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
          findings.refuse("party.duplicate-number", "parties[" + i + "].no", "used before");
        }
      }
    }
  }

  private void party(Party party, String path) {
    findings.code("party-kind", party.getKind(), decided, path + ".kind");
    findings.uscc(party.getUscc(), path + ".uscc");
    if (party.getOrganisationCode() != null
        && !Identifiers.organisationCode(party.getOrganisationCode())) {
      findings.warn(
          "identifier.organisation-code", path + ".organisationCode", "check character wrong");
    }
    certificate(party.getCertificate(), path + ".certificate");
    if (party.getLegalRepresentative() != null) {
      certificate(
          party.getLegalRepresentative().getCertificate(),
          path + ".legalRepresentative.certificate");
    }
    kind(party, path);
    minor(party, path);
  }

  private void certificate(Certificate certificate, String path) {
    if (certificate == null) {
      return;
    }
    findings.code("certificate-type", certificate.getType(), decided, path + ".type");
    if (isCitizenId(certificate) && !Identifiers.citizenId(certificate.getNumber(), today)) {
      findings.refuse(
          "identifier.citizen-id", path + ".number", citizenIdClass(certificate.getNumber()));
    }
  }

  private void kind(Party party, String path) {
    boolean trader = party.isSelfEmployed();
    if (CITIZEN.equals(party.getKind()) && !trader) {
      if (party.getCertificate() == null) {
        findings.refuse("party.certificate-missing", path + ".certificate", "absent");
      }
      if (party.getUscc() != null) {
        findings.warn(
            "party.kind-identifier", path + ".uscc", "citizen with an organisation's code");
      }
    } else if (party.getUscc() == null) {
      findings.warn("identifier.uscc-missing", path + ".uscc", "absent");
    }
    if (!CITIZEN.equals(party.getKind()) && !trader && isCitizenId(party.getCertificate())) {
      findings.warn(
          "party.kind-identifier", path + ".certificate", "organisation with a citizen's number");
    }
  }

  /** A minor must be marked: the mark keeps the decision from publication. */
  private void minor(Party party, String path) {
    Certificate certificate = party.getCertificate();
    if (decided == null
        || !isCitizenId(certificate)
        || !Identifiers.citizenId(certificate.getNumber(), today)) {
      return;
    }
    boolean young = Identifiers.birthDate(certificate.getNumber()).plusYears(18).isAfter(decided);
    if (young && !Boolean.TRUE.equals(party.isMinor())) {
      findings.warn("party.minor", path + ".minor", "not marked");
    }
  }

  private static boolean isCitizenId(Certificate certificate) {
    return certificate != null
        && certificate.getType() != null
        && CITIZEN_ID_TYPES.contains(certificate.getType());
  }

  private static String citizenIdClass(String number) {
    return number != null && number.length() == 18
        ? "18 characters, shape, birth date or check character wrong"
        : (number == null ? 0 : number.length()) + " characters";
  }
}
