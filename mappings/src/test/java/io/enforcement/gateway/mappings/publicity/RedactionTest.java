package io.enforcement.gateway.mappings.publicity;

import static org.assertj.core.api.Assertions.assertThat;

import io.enforcement.gateway.mappings.Masks;
import io.enforcement.gateway.standards.model.LegalRepresentative;
import io.enforcement.gateway.standards.model.Party;
import java.util.List;
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
    assertThat(Masks.name(name)).isEqualTo(shown);
  }

  @Test
  void hidesPeopleAddressesAndNumbersInText() {
    Redaction redaction = redaction();

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

    assertThat(redaction().text(text, "conclusion")).isEqualTo(text);
  }

  @Test
  void neverLogsWhatItHid() {
    Redaction redaction = redaction();
    redaction.text("梁晓岚住青松巷7号", "conclusion");

    assertThat(redaction.log().toString()).doesNotContain("梁").doesNotContain("青松巷");
  }

  @ParameterizedTest
  @CsvSource({
    "缴入账号6228480402564890018,缴入账号***",
    "开户行示例银行，账户：1001 0203 0400 5,开户行示例银行，账户：***",
    "银行卡号为 6400-0000-0001 内的款项,银行卡号为 *** 内的款项",
    "账户内余额500元,账户内余额500元",
    "冻结账户2个,冻结账户2个"
  })
  void hidesAccountsOfAnybody(String text, String shown) {
    assertThat(Redaction.ofNobody().text(text, "conclusion")).isEqualTo(shown);
  }

  @Test
  void leavesTheNameOfAnOrganisationWholeThoughAPersonIsInIt() {
    Party shop = new Party();
    shop.setKind("2");
    shop.setName("陶立烧烤有限公司");
    shop.setLegalRepresentative(new LegalRepresentative());
    shop.getLegalRepresentative().setName("陶立");

    assertThat(Redaction.of(List.of(shop), List.of()).text("陶立烧烤有限公司的陶立在场", "matter"))
        .isEqualTo("陶立烧烤有限公司的陶某在场");
  }

  @Test
  void masksAgainWhatIsMaskedWithoutHarm() {
    assertThat(Masks.name("梁某某")).isEqualTo("梁某某");
    assertThat(Masks.name("欧阳某")).isEqualTo("欧阳某");
  }

  private static Redaction redaction() {
    Party party = new Party();
    party.setKind("1");
    party.setName("梁晓岚");
    party.setAddress("青松巷7号");
    return Redaction.of(List.of(party), List.of());
  }
}
