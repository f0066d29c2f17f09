package io.enforcement.gateway.standards.rules.penalty;

import io.enforcement.gateway.standards.model.Penalty;
import io.enforcement.gateway.standards.model.PenaltyDecision;
import java.util.Set;

/** Codes of the table {@code penalty-type} that rules name (行政处罚法 (2021) art. 9). */
final class PenaltyKinds {

  static final String WARNING = "01";
  static final String CRITICISM = "02";
  static final String FINE = "03";
  static final String UNLAWFUL_GAINS = "04";
  static final String UNLAWFUL_GOODS = "05";
  static final String LICENCE_SUSPENDED = "06";
  static final String DOWNGRADED = "07";
  static final String LICENCE_REVOKED = "08";
  static final String ORDERED_TO_STOP = "10";
  static final String CLOSED = "11";
  static final String BANNED_FROM_TRADE = "12";
  static final String DETENTION = "13";
  static final String OTHER = "99";

  private PenaltyKinds() {}

  static boolean is(Penalty penalty, String kind) {
    return penalty != null && kind.equals(penalty.getType());
  }

  /** Whether the decision imposes a penalty of one of these kinds. */
  static boolean imposes(PenaltyDecision decision, Set<String> kinds) {
    for (Penalty penalty : decision.getPenalties()) {
      if (penalty != null && penalty.getType() != null && kinds.contains(penalty.getType())) {
        return true;
      }
    }
    return false;
  }

  /** Whether the decision imposes a penalty of another kind than these. */
  static boolean imposesOther(PenaltyDecision decision, Set<String> kinds) {
    for (Penalty penalty : decision.getPenalties()) {
      if (penalty != null && penalty.getType() != null && !kinds.contains(penalty.getType())) {
        return true;
      }
    }
    return false;
  }
}
