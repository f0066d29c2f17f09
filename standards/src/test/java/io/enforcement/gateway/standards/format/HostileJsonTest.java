package io.enforcement.gateway.standards.format;

import static io.enforcement.gateway.standards.format.Refusal.refusal;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.enforcement.gateway.standards.validation.Finding;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** JSON that no parser of ours may swallow: form before content. */
class HostileJsonTest {

  static Stream<Arguments> hostile() {
    String big = "9".repeat(10_000_000);
    return Stream.of(
        refused("json.depth", "[".repeat(100_000)),
        refused("json.depth", "{\"a\":".repeat(100_000) + "1" + "}".repeat(100_000)),
        refused("json.duplicate-key", "{\"a\":1,\"b\":{\"a\":1},\"a\":2}"),
        refused("json.duplicate-key", "{\"a\":1,\"\\u0061\":2}"),
        refused("json.surrogate", "{\"a\":\"\\uD800\"}"),
        refused("json.surrogate", "{\"a\":\"\\uDC00\\uD800\"}"),
        refused("json.surrogate", "{\"\\uDFFF\":1}"),
        refused("json.charset", new byte[] {'"', (byte) 0xED, (byte) 0xA0, (byte) 0x80, '"'}),
        refused("json.charset", new byte[] {'"', (byte) 0xC0, (byte) 0xAF, '"'}),
        refused(
            "json.charset",
            new byte[] {'"', (byte) 0xF4, (byte) 0x90, (byte) 0x80, (byte) 0x80, '"'}),
        refused("json.charset", "{\"a\":\"执法\"}", Charset.forName("GB18030")),
        refused("json.charset", "{\"a\":\"é\"}", ISO_8859_1),
        refused("json.charset", "{\"a\":1}", UTF_16),
        refused("json.charset", "{\"a\":1}", UTF_16LE),
        refused("json.charset", "{\"a\":1}", UTF_16BE),
        refused("json.charset", "{\"a\":1}", Charset.forName("UTF-32")),
        refused("json.bom", "\uFEFF{\"a\":1}"),
        refused("json.nan", "{\"a\":NaN}"),
        refused("json.nan", "[-Infinity]"),
        refused("json.nan", "[Infinity]"),
        refused("json.number-length", "[" + big + "]"),
        refused("json.number-length", "[0." + big + "]"),
        refused("json.number-exponent", "[1e999999999]"),
        refused("json.number-exponent", "[-1E-999999999]"),
        refused("json.number-exponent", "[1e00000000000000000000000000309]"),
        refused("json.string-length", "\"" + big + "\""),
        refused("json.string-length", "{\"" + big + "\":1}"),
        refused("json.nul", "{\"a\":\"\\u0000\"}"),
        refused("json.nul", "{\"a\":\"x\0\"}"),
        refused("json.nul", "{\"a\":1}\0"),
        refused("json.comment", "{\"a\":1 /* c */}"),
        refused("json.comment", "// c\n{}"),
        refused("json.comment", "# c\n{}"),
        refused("json.trailing", "{} {}"),
        refused("json.trailing", "1 2"),
        refused("json.trailing", "{}]"),
        refused("json.trailing", "[] x"),
        refused("json.truncated", "{\"a\":"),
        refused("json.truncated", "{\"a\":\"x"),
        refused("json.truncated", "[1,"),
        refused("json.truncated", ""),
        refused("json.truncated", " \n\t "),
        refused("json.syntax", "<!DOCTYPE d [<!ENTITY e 'x'>]><d>&e;</d>"),
        refused("json.syntax", "{'a':1}"),
        refused("json.syntax", "{a:1}"),
        refused("json.syntax", "[1,]"),
        refused("json.syntax", "[01]"),
        refused("json.syntax", "[+1]"),
        refused("json.syntax", "[.5]"),
        refused("json.syntax", "[\"\t\"]"),
        refused("json.syntax", "[\"\\x\"]"),
        refused("json.syntax", "[1}"),
        refused("json.syntax", "nul"));
  }

  @ParameterizedTest(name = "{0} #{index}")
  @MethodSource("hostile")
  void refusesFastWithOneClearRule(String rule, byte[] json) {
    Finding finding =
        assertTimeoutPreemptively(
            Duration.ofSeconds(1), () -> refusal(() -> StrictJson.check(json)));

    assertThat(finding.rule()).isEqualTo(rule);
    assertThat(finding.refuses()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "[]",
        "\"x\"",
        "0",
        "-0.5e-10",
        "1e308",
        "null",
        "true",
        "{\"a\":{\"a\":[{\"a\":1}]}}",
        "[\"\\uD869\\uDEA5𠮷\", \"//not a comment NaN\", \"\\\\\"]",
        " \r\n\t[ 1 , 2 ] \n",
        "[123456789012345678901234567890123456789012345678901234567890.1234567890]"
      })
  void acceptsWhatIsSound(String json) {
    assertThatCode(() -> StrictJson.check(json.getBytes(UTF_8))).doesNotThrowAnyException();
  }

  @Test
  void depthOfExactly64IsSound() {
    byte[] json = ("[".repeat(64) + "]".repeat(64)).getBytes(UTF_8);

    assertThatCode(() -> StrictJson.check(json)).doesNotThrowAnyException();
  }

  @Test
  void namesThePlaceOfADuplicate() {
    Finding finding =
        refusal(() -> StrictJson.check("{\"p\":[{},{\"q\":1,\"q\":2}]}".getBytes(UTF_8)));

    assertThat(finding.path()).isEqualTo("p[1].q");
  }

  @Test
  void doesNotEchoANameThatLooksLikeAValue() {
    byte[] json = "{\"640122199211051822\":1,\"640122199211051822\":2}".getBytes(UTF_8);

    assertThat(refusal(() -> StrictJson.check(json)).path()).isEqualTo("?");
  }

  @Test
  void aTreeKeepsDecimalsExact() {
    assertThat(StrictJson.tree("{\"a\":0.10}".getBytes(UTF_8)).get("a").decimalValue())
        .isEqualTo(new BigDecimal("0.10"));
  }

  private static Arguments refused(String rule, String json) {
    return refused(rule, json, UTF_8);
  }

  private static Arguments refused(String rule, String json, Charset charset) {
    return refused(rule, json.getBytes(charset));
  }

  private static Arguments refused(String rule, byte[] json) {
    return Arguments.of(rule, json);
  }
}
