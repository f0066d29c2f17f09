package io.enforcement.gateway.mappings.hotline;

import static org.assertj.core.api.Assertions.assertThat;

import io.enforcement.gateway.mappings.Context;
import io.enforcement.gateway.mappings.Part;
import io.enforcement.gateway.mappings.Reading;
import io.enforcement.gateway.mappings.ToStandard;
import io.enforcement.gateway.standards.format.StandardJson;
import io.enforcement.gateway.standards.model.HotlineCaller;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class SecrecyTest {

  private static final Path SAMPLES =
      Path.of("src/test/java/io/enforcement/gateway/mappings/hotline/samples");

  static Stream<Arguments> cities() {
    return Stream.of(
        Arguments.of("yunling", new YunlingOrderToStandard()),
        Arguments.of("qinghe", new QingheOrderToStandard()));
  }

  @ParameterizedTest
  @MethodSource("cities")
  void nothingThatTheCitySentAboutASecretCallerPasses(String city, ToStandard translator)
      throws IOException {
    byte[] order =
        Files.readAllBytes(SAMPLES.resolve(city + "/order/secret-but-identity-sent.in.json"));
    String sent = new String(order, StandardCharsets.UTF_8);

    var part =
        (Part.Translated) translator.toStandard(order, new Context("k", Instant.EPOCH, "f")).get(0);
    String seen = new String(StandardJson.write(part.record()), StandardCharsets.UTF_8);

    String[] identity = {
      "何晓棠",
      "白岚",
      "1390000000",
      "139 0000",
      "１３９",
      "0951-0000004",
      "he@example",
      "6401061990",
      "20号"
    };
    assertThat(identity).as("the sample tells who called").anyMatch(sent::contains);
    assertThat(seen).doesNotContain(identity);
  }

  @ParameterizedTest
  @CsvSource({
    "电话13900000003。, 电话***。",
    "电话139-0000-0003, 电话***",
    "电话１３９ ００００ ０００３, 电话***",
    "+8613900000003来电, ***来电",
    "座机0951 5000004, 座机***",
    "身份证64010619900101234X, 身份证***",
    "原工单260413092415115409, 原工单260413092415115409",
    "罚款1390000元于2026-04-13, 罚款1390000元于2026-04-13",
    "𠮷川的邮箱a.b+c@example.com, ***的邮箱***"
  })
  void hidesByWhatACallerCouldBeReached(String text, String hidden) {
    assertThat(Secrecy.of(true, null, "𠮷川").text(text)).isEqualTo(hidden);
    assertThat(Secrecy.of(false, null, "𠮷川").text(text)).isEqualTo(text);
  }

  @Test
  void theHomeIsHiddenInTextsButNotAsThePlaceOfTheMatter() {
    Secrecy secrecy = Secrecy.of(true, "青松巷9号", "何晓棠", null, "何");

    assertThat(secrecy.text("何晓棠住青松巷9号，何时处理")).isEqualTo("***住***，何时处理");
    assertThat(secrecy.place("青松巷9号何晓棠家")).isEqualTo("青松巷9号***家");
  }

  @Test
  void whoDoesNotSayIsSecretAndKeepsTheTokenOnly() {
    HotlineCaller given = Callers.caller("1", "何晓棠", "13900000003", "青松巷9号", "tk_55c0a9");

    HotlineCaller caller = Secrecy.of(null, null).caller(given, "token", new Reading());

    assertThat(caller.isSecret()).isTrue();
    assertThat(caller.getPhoneToken()).isEqualTo("tk_55c0a9");
    assertThat(caller).hasAllNullFieldsOrPropertiesExcept("secret", "phoneToken");
  }

  @ParameterizedTest
  @CsvSource({"13900000003", "139-0000-0003", "0951_000004", "何晓棠", "he@example.com", "a1"})
  void whatIsNoTokenIsRefusedWithoutBeingNamed(String token) {
    Reading reading = new Reading();

    HotlineCaller caller =
        Secrecy.of(true, null)
            .caller(Callers.caller(null, null, null, null, token), "token", reading);

    assertThat(caller.getPhoneToken()).isNull();
    assertThat(reading.findings()).hasSize(1);
    assertThat(reading.findings().toString()).doesNotContain(token);
  }
}
