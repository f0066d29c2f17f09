package io.enforcement.gateway.mappings.declarative;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.enforcement.gateway.mappings.Context;
import io.enforcement.gateway.standards.validation.Finding;
import io.enforcement.gateway.standards.validation.Rejected;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Mappings that are sound to read and would take a machine down: each ends soon, with a finding,
 * and the next record is translated as ever.
 */
@Timeout(60)
class HostileMappingTest {

  private static final Context CONTEXT = new Context("key", Instant.EPOCH, null);
  private static final Duration SOON = Duration.ofSeconds(30);

  @Test
  void stopsATextThatDoublesFortyTimes() {
    refused(doubling("$a%1$d + $a%1$d", "\"ab\""));
  }

  @Test
  void stopsListsAndObjectsThatDoubleFortyTimes() {
    refused(doubling("$a%1$d + $a%1$d", "[1, 2]"));
    refused(doubling("[$a%1$d, $a%1$d]", "1"));
    refused(doubling("{\"x\": $a%1$d, \"y\": $a%1$d}", "1"));
    refused(doubling("join([\"x\", \"y\"], $a%1$d + $a%1$d)", "\"ab\""));
    refused(doubling("replace($a%1$d, \"a\", $a%1$d + \"a\")", "\"aaaa\""));
    refused(doubling("to-json({\"a\": [$a%1$d, $a%1$d]})", "\"\\\\\""));
  }

  @Test
  void stopsFunctionsThatCallTheOneBeforeTwice() {
    String functions =
        IntStream.range(1, 60)
            .mapToObj(i -> "def f%d(x) if (f%d($x)) f%2$d($x)\n".formatted(i, i - 1))
            .collect(Collectors.joining());

    refused("def f0(x) true\n" + functions + "{\"a\": f59(1)}");
  }

  @Test
  void stopsLoopsWithinLoops() {
    String nest = ".";
    for (int i = 0; i < 12; i++) {
      nest = "[for ($all) " + nest + "]";
    }
    refused("let all = .values (" + nest + ")");
    refused("let all = .values (" + nest.replace("[for", "sum([for").replace("]", "])") + ")");
    refused("let all = .values ([for ($all) [for ($all) 1 if ($all == [for ($all) .])]])");
  }

  @Test
  void stopsComparisonsOfLargeTrees() {
    refused(
        """
        let all = .values
        let one = [for ($all) [for ($all) . if (. < 50)]]
        let two = [for ($all) [for ($all) . if (. < 50)]]
        ([for ($all) [for ($all) $one == $two]])
        """);
  }

  @Test
  void stopsLoopsOfObjects() {
    refused(
        "let a = .values {for ($a) \"k\" + . : {for ($a) \"k\" + . : {for ($a) \"k\" + . : 1}}}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"(a+)+$", "(a|a)*b", "(a|aa)+$", "(.*)*x", "([a-z]+)*1"})
  void matchesInLinearTimeWhatBacktracksElsewhere(String pattern) {
    JsonNode result =
        soon("{\"a\": test(.text, \"" + pattern + "\"), \"b\": replace(.text, \"a\", \"b\")}");

    assertThat(result.path("a").asBoolean()).isFalse();
    assertThat(result.path("b").asText()).startsWith("bb");
  }

  @Test
  void stopsAPatternThatIsLargeForItsText() {
    refused(
        "[for (.values) test($text, \"(a?){900}b\")]"
            .replace("$text", "\"" + "a".repeat(9_000) + "\""));
  }

  @Test
  void refusesToRepeatAText() {
    assertThat(rule("{\"a\": \"ab\" * 2000000000}")).isEqualTo("mapping.failed");
    assertThat(rule("{\"a\": 2000000000 * .text}")).isEqualTo("mapping.failed");
  }

  @Test
  void refusesADivisionByNothingAsAFaultOfTheRecord() {
    assertThat(rule("{\"a\": 1 / .zero}")).isEqualTo("mapping.failed");
  }

  @Test
  void doesNotGoWhereARecordPointsTo() {
    assertThat(
            catchThrowableOfType(
                IllegalStateException.class,
                () ->
                    soon(
                        "import \"gateway\" as gw let list = .path {\"a\": gw:code($list, .text, \"x\")}")))
        .hasMessageContaining("no code list");
  }

  @Test
  void translatesOnAfterAStop() {
    Mapping hostile =
        new Mapping(doubling("$a%1$d + $a%1$d", "\"ab\""), Map.<String, String>of()::get);
    for (int i = 0; i < 3; i++) {
      assertThat(catchThrowableOfType(Rejected.class, () -> hostile.apply(input(), CONTEXT)))
          .isNotNull();
    }
    assertThat(soon("{\"a\": size(.values)}").path("a").intValue()).isEqualTo(1_000);
  }

  @Test
  void leavesRoomForTheLargestHonestRecord() {
    JsonNode result =
        soon(
            """
            def item(value, place)
              {"no": $place, "name": "第" + $value + "项", "parts": split("a、b、c", "、")}
            {"items": [for (zip-with-index(.values)) item(.value, "表[" + .index + "]")]}
            """);

    assertThat(result.path("items")).hasSize(1_000);
  }

  private static String doubling(String step, String first) {
    String lets =
        IntStream.range(0, 40)
            .mapToObj(i -> "let a" + (i + 1) + " = " + step.formatted(i) + "\n")
            .collect(Collectors.joining());
    return "let a0 = " + first + "\n" + lets + "{\"a\": $a40}";
  }

  private static void refused(String mapping) {
    assertThat(rule(mapping)).isEqualTo("mapping.too-large");
  }

  private static String rule(String mapping) {
    Rejected rejected = catchThrowableOfType(Rejected.class, () -> soon(mapping));
    assertThat(rejected).as("refused").isNotNull();
    assertThat(rejected.findings()).hasSize(1);
    Finding finding = rejected.findings().get(0);
    return finding.rule();
  }

  private static JsonNode soon(String mapping) {
    Instant start = Instant.now();
    try {
      return new Mapping(mapping, Map.<String, String>of()::get).apply(input(), CONTEXT);
    } finally {
      assertThat(Duration.between(start, Instant.now())).isLessThan(SOON);
    }
  }

  /** A list of a thousand values and a text that evil patterns fail on at its very end. */
  private static JsonNode input() {
    var input = JsonNodeFactory.instance.objectNode();
    input.put("text", "a".repeat(30_000) + "!").put("zero", 0).put("path", "../../etc/passwd");
    IntStream.range(0, 1_000).forEach(input.putArray("values")::add);
    return input;
  }
}
