package io.enforcement.gateway.mappings.hotline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.enforcement.gateway.mappings.Seal;
import io.enforcement.gateway.standards.validation.Rejected;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What of a secret caller would be stored. */
class HotlineSealTest {

  private static final Path SAMPLES =
      Path.of("src/test/java/io/enforcement/gateway/mappings/hotline/samples");
  private static final Seal YUNLING = new YunlingOrderToStandard();
  private static final Seal QINGHE = new QingheOrderToStandard();

  @Test
  void nothingByWhichASecretCallerOfYunlingCouldBeKnownIsKept() throws IOException {
    assertKeepsNothing(
        YUNLING,
        "yunling/order/secret-but-identity-sent",
        "何晓棠",
        "女",
        "1390000000",
        "139 0000",
        "１３９",
        "0951-0000004",
        "he@example",
        "6401061990",
        "来电.wav");
  }

  @Test
  void nothingByWhichASecretCallerOfQingheCouldBeKnownIsKept() throws IOException {
    assertKeepsNothing(
        QINGHE, "qinghe/order/secret-but-identity-sent", "白岚", "女", "1390000000", "20号", "来电录音");
  }

  /** In Yunling's sample he lives where the matter is; that stays, as in the record. */
  @Test
  void theHomeIsKeptOnlyAsThePlaceOfTheMatter() throws IOException {
    String sealed = sealed(YUNLING, sample("yunling/order/secret-but-identity-sent"));

    assertThat(sealed).containsOnlyOnce("青松巷9号2单元");
    assertThat(sealed).contains("\"address\":\"云岭市安平区青松巷9号2单元***家门前\"");
  }

  @Test
  void whoDoesNotSayWhetherTheCallerIsSecretHasASecretCaller() {
    String order =
        """
        {"caller": {"name": "何晓棠", "sex": "女"}, "title": "何晓棠来电"}""";
    String unknownFlag =
        """
        {"IS_SECRET": "何", "CALLER_NAME": "何晓棠", "TITLE": "何晓棠来电"}""";

    assertThat(sealed(YUNLING, order)).doesNotContain("何晓棠", "女").contains("***来电");
    assertThat(sealed(QINGHE, unknownFlag)).doesNotContain("何晓棠").contains("***来电");
  }

  @Test
  void aTelephoneNumberInPlaceOfATokenIsNotKept() throws IOException {
    assertKeepsNothing(YUNLING, "yunling/order/telephone-as-token", "13900000003");
    assertKeepsNothing(QINGHE, "qinghe/order/telephone-as-token", "139 0000 0005");
  }

  @Test
  void numbersInNoticesAndAnswersAreNotKept() {
    String notice = "{\"reason\": \"回电13900000003\", \"demand\": \"he@example.com\"}";
    String answer = "{\"AUDIT_OPINION\": \"回电13900000003\", \"DELAY_REASON\": \"13900000003\"}";

    assertThat(sealed(new YunlingSupervisionToStandard(), notice))
        .isEqualTo("{\"reason\":\"回电***\",\"demand\":\"***\"}");
    assertThat(sealed(new QingheExtensionAnswerToStandard(), answer))
        .isEqualTo("{\"AUDIT_OPINION\":\"回电***\",\"DELAY_REASON\":\"***\"}");
  }

  @Test
  void anOrderOfACallerWhoIsNotSecretStaysAsItCame() throws IOException {
    String open = sample("yunling/order/named-caller-with-files");

    assertThat(sealed(YUNLING, open)).isEqualTo(open);
  }

  /** A number behind the longest mail address that is looked for: found once that is hidden. */
  @Test
  void sealingTwiceChangesNothing() {
    String tail = "x".repeat(99) + "013900000003";
    String sealed = sealed(YUNLING, "{\"title\": \"a@" + tail + "\"}");

    assertThat(sealed).doesNotContain("13900000003");
    assertThat(sealed(YUNLING, sealed)).isEqualTo(sealed);
  }

  @Test
  void whatCannotBeReadIsNotSealed() {
    for (String message :
        new String[] {"{\"title\": 13900000003", "{\"13900000003\": 1}", "[]", "null", "7"}) {
      assertThatThrownBy(() -> sealed(YUNLING, message)).isInstanceOf(Rejected.class);
      assertThatThrownBy(() -> sealed(new YunlingSupervisionToStandard(), message))
          .isInstanceOf(Rejected.class);
    }
  }

  private static void assertKeepsNothing(Seal seal, String sample, String... identity)
      throws IOException {
    String sent = sample(sample);

    assertThat(identity).as("the sample tells who called").allMatch(sent::contains);
    assertThat(sealed(seal, sent)).doesNotContain(identity);
  }

  private static String sample(String name) throws IOException {
    return Files.readString(SAMPLES.resolve(name + ".in.json"));
  }

  private static String sealed(Seal seal, String message) {
    return new String(seal.seal(message.getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8);
  }
}
