package io.enforcement.gateway.standards.rules;

import io.enforcement.gateway.standards.codes.CodeTable;
import io.enforcement.gateway.standards.model.Party;
import io.enforcement.gateway.standards.model.Penalty;
import io.enforcement.gateway.standards.model.PenaltyDecision;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** What was imposed: types, amounts in yuan, and the parties they bind. */
final class PenaltyRules {

  static final String FINE = "03";
  private static final Set<String> CONFISCATIONS = Set.of("04", "05");
  private static final String OTHER = "99";

  private final Set<Integer> partyNumbers;
  private final Findings findings;

  private PenaltyRules(Set<Integer> partyNumbers, Findings findings) {
    this.partyNumbers = partyNumbers;
    this.findings = findings;
  }

  static void check(PenaltyDecision decision, LocalDate today, Findings findings) {
    Set<Integer> numbers =
        decision.getParties().stream()
            .filter(Objects::nonNull)
            .map(Party::getNo)
            .collect(Collectors.toSet());
    PenaltyRules rules = new PenaltyRules(numbers, findings);
    List<Penalty> penalties = decision.getPenalties();
    for (int i = 0; i < penalties.size(); i++) {
      if (penalties.get(i) != null) {
        rules.penalty(penalties.get(i), "penalties[" + i + "]");
      }
    }
  }

  private void penalty(Penalty penalty, String path) {
    amount(penalty.getType(), penalty.getAmount(), path + ".amount");
    List<Integer> bound = penalty.getPartyNos();
    for (int i = 0; i < bound.size(); i++) {
      if (!partyNumbers.contains(bound.get(i))) {
        findings.add("penalty.party", path + ".partyNos[" + i + "]", "no party of this number");
      }
    }
  }

  private void amount(String type, BigDecimal amount, String path) {
    boolean stated = amount != null && amount.signum() > 0;
    if (FINE.equals(type) && !stated) {
      findings.add("penalty.amount-missing", path, amount == null ? "absent" : "zero or less");
    } else if (type != null && CONFISCATIONS.contains(type) && !stated) {
      findings.add("penalty.confiscation-amount", path, amount == null ? "absent" : "zero");
    } else if (stated && isPenaltyWithoutMoney(type)) {
      findings.add("penalty.amount-unexpected", path, "an amount beside a penalty without money");
    }
  }

  private static boolean isPenaltyWithoutMoney(String type) {
    return CodeTable.of("penalty-type").contains(type)
        && !FINE.equals(type)
        && !CONFISCATIONS.contains(type)
        && !OTHER.equals(type);
  }
}
