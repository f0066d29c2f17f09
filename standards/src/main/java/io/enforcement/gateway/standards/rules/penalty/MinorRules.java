package io.enforcement.gateway.standards.rules.penalty;

import io.enforcement.gateway.standards.model.Certificate;
import io.enforcement.gateway.standards.model.Discretion;
import io.enforcement.gateway.standards.model.Party;
import io.enforcement.gateway.standards.model.PenaltyDecision;
import io.enforcement.gateway.standards.rules.book.CitizenId;
import io.enforcement.gateway.standards.rules.book.Findings;
import io.enforcement.gateway.standards.validation.Identifiers;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/** Young parties: told from the birth date in the citizen's number (行政处罚法 (2021) art. 30). */
final class MinorRules {

  private static final int ADULT = 18;
  private static final int PUNISHABLE = 14;

  /** 从轻 and 减轻 of the table {@code discretion-plot}. */
  private static final Set<String> LENIENT = Set.of("1", "2");

  private final PenaltyDecision decision;
  private final LocalDate today;
  private final Findings findings;

  private MinorRules(PenaltyDecision decision, LocalDate today, Findings findings) {
    this.decision = decision;
    this.today = today;
    this.findings = findings;
  }

  static void check(PenaltyDecision decision, LocalDate today, Findings findings) {
    if (decision.getPunishSetDate() == null) {
      return;
    }
    MinorRules rules = new MinorRules(decision, today, findings);
    boolean anyMinor = false;
    List<Party> parties = decision.getParties();
    for (int i = 0; i < parties.size(); i++) {
      anyMinor |= parties.get(i) != null && rules.isMinor(parties.get(i), "parties[" + i + "]");
    }
    if (anyMinor) {
      rules.treatment();
    }
  }

  private boolean isMinor(Party party, String path) {
    LocalDate birth = birth(party.getCertificate());
    boolean marked = Boolean.TRUE.equals(party.isMinor());
    if (birth == null) {
      return marked;
    }
    // A minor must be marked: the mark keeps the decision from publication.
    if (!marked && birth.plusYears(ADULT).isAfter(decision.getPunishSetDate())) {
      findings.add("party.minor", path + ".minor", "not marked");
    }
    LocalDate acted = acted();
    if (birth.plusYears(PUNISHABLE).isAfter(acted)) {
      findings.add("party.under-fourteen", path + ".certificate", "below 14 years");
    }
    return marked || birth.plusYears(ADULT).isAfter(acted);
  }

  private void treatment() {
    Discretion discretion = decision.getDiscretion();
    if (discretion != null
        && discretion.getPlot() != null
        && !LENIENT.contains(discretion.getPlot())) {
      findings.add("party.minor-leniency", "discretion.plot", "neither lighter nor mitigated");
    }
    if (decision.getPublishUntil() != null && !Boolean.TRUE.equals(decision.isRestricted())) {
      findings.add("decision.published-minor", "publishUntil", "given");
    }
  }

  /** The age at the violation counts; without its day nobody was older than at the decision. */
  private LocalDate acted() {
    LocalDate ended = decision.getViolationEndDate();
    return ended == null ? decision.getPunishSetDate() : ended;
  }

  private LocalDate birth(Certificate certificate) {
    return CitizenId.is(certificate) && Identifiers.citizenId(certificate.getNumber(), today)
        ? Identifiers.birthDate(certificate.getNumber())
        : null;
  }
}
