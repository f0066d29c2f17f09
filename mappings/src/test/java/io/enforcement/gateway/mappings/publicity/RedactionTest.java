package io.enforcement.gateway.mappings.publicity;

import static org.assertj.core.api.Assertions.assertThat;

import io.enforcement.gateway.standards.model.Party;
import io.enforcement.gateway.standards.model.PenaltyDecision;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RedactionTest {

  @ParameterizedTest
  @CsvSource({
    "梁晓岚,梁某某",
    "陶立,陶某",
    "𠮷岚,𠮷某",
    "𠮷𣲗岚,𠮷某某",
    "欧阳𣲗,欧阳某",
    "欧阳晓岚,欧阳某某",
    "欧阳,欧某",
    "马哈木·阿里,马某某",
    "王,某"
  })
  void keepsTheFamilyNameOnly(String name, String shown) {
    assertThat(Redaction.mask(name)).isEqualTo(shown);
  }

  @Test
  void hidesPeopleAddressesAndNumbersInText() {
    Redaction redaction = Redaction.of(decision());

    String shown =
        redaction.text("对梁晓岚(住青松巷7号,640122199211051822,电话13900000000)罚款26500元", "conclusion");

    assertThat(shown).isEqualTo("对梁某某(住***,***,电话***)罚款26500元");
    assertThat(redaction.log())
        .extracting(Redaction.Entry::reason)
        .containsExactly("person-name", "address", "number");
  }

  @Test
  void leavesCodesOfOrganisationsReadable() {
    String text = "对统一社会信用代码91640106MA7QX3D8XN的企业罚款1000000000元";

    assertThat(Redaction.of(decision()).text(text, "conclusion")).isEqualTo(text);
  }

  @Test
  void neverLogsWhatItHid() {
    Redaction redaction = Redaction.of(decision());
    redaction.text("梁晓岚住青松巷7号", "conclusion");

    assertThat(redaction.log().toString()).doesNotContain("梁").doesNotContain("青松巷");
  }

  private static PenaltyDecision decision() {
    Party party = new Party();
    party.setKind("1");
    party.setName("梁晓岚");
    party.setAddress("青松巷7号");
    PenaltyDecision decision = new PenaltyDecision();
    decision.getParties().add(party);
    return decision;
  }
}
