package io.enforcement.gateway.standards.rules.penalty;

import io.enforcement.gateway.standards.model.BodyReference;
import io.enforcement.gateway.standards.model.Certificate;
import io.enforcement.gateway.standards.model.Party;
import io.enforcement.gateway.standards.model.PenaltyDecision;
import io.enforcement.gateway.standards.rules.book.Findings;
import io.enforcement.gateway.standards.rules.book.PartyKinds;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Who punished and who was punished: fully named, and parties that are told apart. */
final class PartyRules {

  // GB 32100-2015: the first two characters name the registering authority and the kind.
  private static final String ORGAN = "11";
  private static final String INSTITUTION = "12";

  private final Set<Integer> numbers = new HashSet<>();
  private final Set<String> identifiers = new HashSet<>();
  private final Findings findings;

  private PartyRules(Findings findings) {
    this.findings = findings;
  }

  static void check(PenaltyDecision decision, LocalDate today, Findings findings) {
    PartyRules rules = new PartyRules(findings);
    rules.body(decision.getBody());
    List<Party> parties = decision.getParties();
    for (int i = 0; i < parties.size(); i++) {
      if (parties.get(i) != null) {
        rules.party(parties.get(i), "parties[" + i + "]");
      }
    }
  }

  private void body(BodyReference body) {
    String uscc = body == null ? null : body.getUscc();
    if (uscc != null && !uscc.startsWith(ORGAN) && !uscc.startsWith(INSTITUTION)) {
      findings.add("identifier.body-code", "body.uscc", "neither organ nor public institution");
    }
  }

  private void party(Party party, String path) {
    if (PartyKinds.isCitizen(party)) {
      if (party.getCertificate() == null) {
        findings.add("party.certificate-missing", path + ".certificate", "absent");
      }
    } else if (!Boolean.TRUE.equals(party.isSelfEmployed())
        && party.getLegalRepresentative() == null) {
      findings.add("party.representative-missing", path + ".legalRepresentative", "absent");
    }
    apart(party, path);
  }

  private void apart(Party party, String path) {
    if (!numbers.add(party.getNo())) {
      findings.add("party.duplicate-number", path + ".no", "used before");
    }
    Certificate certificate = party.getCertificate();
    String number = certificate == null ? null : certificate.getNumber();
    if (party.getUscc() != null && !identifiers.add(party.getUscc())) {
      findings.add("party.same-identifier", path + ".uscc", "used before");
    } else if (number != null && !identifiers.add(number)) {
      findings.add("party.same-identifier", path + ".certificate.number", "used before");
    }
  }
}
