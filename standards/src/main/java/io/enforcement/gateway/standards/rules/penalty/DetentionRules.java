package io.enforcement.gateway.standards.rules.penalty;

import io.enforcement.gateway.standards.model.BodyReference;
import io.enforcement.gateway.standards.model.Party;
import io.enforcement.gateway.standards.model.Penalty;
import io.enforcement.gateway.standards.model.PenaltyDecision;
import io.enforcement.gateway.standards.rules.book.Findings;
import io.enforcement.gateway.standards.rules.book.PartyKinds;
import java.time.LocalDate;
import java.util.List;

/** 行政拘留: by whom, of whom, how long. */
final class DetentionRules {

  // 行政处罚法 (2021) art. 18: public security organs and what other laws name: state security, coast
  // guard, border inspection. A body's name is all that a decision says of its kind.
  private static final List<String> NAMES = List.of("公安", "国家安全", "海警", "边防检查", "移民管理");
  // 治安管理处罚法: at most 15 days, 20 when several are joined. From memory: verify.
  private static final int MOST_DAYS = 20;

  private DetentionRules() {}

  static void check(PenaltyDecision decision, LocalDate today, Findings findings) {
    List<Penalty> penalties = decision.getPenalties();
    for (int i = 0; i < penalties.size(); i++) {
      if (PenaltyKinds.is(penalties.get(i), PenaltyKinds.DETENTION)) {
        detention(decision, penalties.get(i), "penalties[" + i + "]", findings);
      }
    }
  }

  private static void detention(
      PenaltyDecision decision, Penalty penalty, String path, Findings findings) {
    if (!mayDetain(decision.getBody())) {
      findings.add("penalty.detention-body", path + ".type", "by a body of another name");
    }
    if (penalty.getDays() != null && penalty.getDays() > MOST_DAYS) {
      findings.add(
          "penalty.detention-length",
          path + ".days",
          "above the limit",
          Integer.toString(MOST_DAYS));
    }
    for (Party party : decision.getParties()) {
      if (party != null && isOrganisation(party) && binds(penalty, party)) {
        findings.add("penalty.detention-party", path, "binds an organisation");
        return;
      }
    }
  }

  private static boolean mayDetain(BodyReference body) {
    if (body == null || body.getName() == null) {
      return true; // The schema asks for the name.
    }
    for (String name : NAMES) {
      if (body.getName().contains(name)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isOrganisation(Party party) {
    return !PartyKinds.CITIZEN.equals(party.getKind())
        && !Boolean.TRUE.equals(party.isSelfEmployed());
  }

  private static boolean binds(Penalty penalty, Party party) {
    return penalty.getPartyNos().isEmpty() || penalty.getPartyNos().contains(party.getNo());
  }
}
