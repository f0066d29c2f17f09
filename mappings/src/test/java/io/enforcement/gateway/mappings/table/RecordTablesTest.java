package io.enforcement.gateway.mappings.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.enforcement.gateway.standards.format.StandardJson;
import io.enforcement.gateway.standards.model.Party;
import io.enforcement.gateway.standards.model.Penalty;
import io.enforcement.gateway.standards.model.PenaltyDecision;
import io.enforcement.gateway.standards.validation.Rejected;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RecordTablesTest {

  private static final RecordTables TABLES = RecordTables.beside(RecordTablesTest.class);

  @Test
  void theFirstTableThatFitsCounts() {
    PenaltyDecision decision = decision();
    assertThat(TABLES.whole(decision).table()).isEqualTo("ordinary");
    decision.setPunishProcedure("1");
    assertThat(TABLES.whole(decision).table()).isEqualTo("simple");
  }

  @Test
  void eachPartyHasARowWithThePenaltiesThatBindIt() {
    assertThat(TABLES.byParty(decision()).rows())
        .isEqualTo(
            List.of(
                Map.of("id", "r-1", "party", "甲", "kinds", "W,F"),
                Map.of("id", "r-4", "party", "乙", "kinds", "W")));
  }

  @Test
  void aRecordWithoutPartiesIsOneRow() {
    PenaltyDecision decision = decision();
    decision.getParties().clear();
    assertThatThrownBy(() -> TABLES.byParty(decision))
        .isInstanceOfSatisfying(
            Rejected.class,
            e ->
                assertThat(e.findings())
                    .singleElement()
                    .satisfies(f -> assertThat(f.path()).isEqualTo("rows[0].party")));
  }

  @Test
  void theRecordStaysAsItWas() {
    PenaltyDecision decision = decision();
    String before = new String(StandardJson.write(decision), StandardCharsets.UTF_8);
    TABLES.byParty(decision);
    assertThat(new String(StandardJson.write(decision), StandardCharsets.UTF_8)).isEqualTo(before);
  }

  /** One warning for both, one fine for the first. */
  private static PenaltyDecision decision() {
    PenaltyDecision decision = new PenaltyDecision();
    decision.setRecordUniqueIdentity("r");
    decision.setPunishProcedure("2");
    decision.getParties().add(party(1, "甲"));
    decision.getParties().add(party(4, "乙"));
    Penalty warning = new Penalty();
    warning.setType("01");
    Penalty fine = new Penalty();
    fine.setType("03");
    fine.getPartyNos().add(1);
    decision.getPenalties().add(warning);
    decision.getPenalties().add(fine);
    return decision;
  }

  private static Party party(int number, String name) {
    Party party = new Party();
    party.setNo(number);
    party.setName(name);
    return party;
  }
}
