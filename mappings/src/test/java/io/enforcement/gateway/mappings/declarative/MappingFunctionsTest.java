package io.enforcement.gateway.mappings.declarative;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.enforcement.gateway.mappings.Context;
import io.enforcement.gateway.standards.validation.Rejected;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The page of functions is true: each function stands on it, and each example answers as it says.
 */
class MappingFunctionsTest {

  private static final Path PAGE = Path.of("../docs/mapping-functions.md");
  private static final Map<String, String> FOLDER =
      Map.of("operation.csv", "from,to\n新增,INSERT\n修改,UPDATE\n");
  private static final Context CONTEXT = new Context("key", Instant.EPOCH, null);
  private static final JsonMapper JSON = new JsonMapper();
  private static final Pattern NAME = Pattern.compile("(?m)^\\| `gw:([a-z-]+)\\(");
  private static final Pattern EXAMPLE =
      Pattern.compile(
          "(?m)^\\|[^|]*\\|[^|]*\\| `(gw:[^|]+)` \\| (?:refused `([^`]+)` at `([^`]+)`|`([^|]+)`) \\|$");

  /** One row of the page. */
  record Example(String call, String rule, String where, String answer) {

    @Override
    public String toString() {
      return call;
    }
  }

  static Stream<Example> examples() throws IOException {
    return EXAMPLE
        .matcher(Files.readString(PAGE))
        .results()
        .map(r -> new Example(r.group(1), r.group(2), r.group(3), r.group(4)));
  }

  @Test
  void namesEveryFunctionAndNoOther() throws IOException {
    List<String> named =
        NAME.matcher(Files.readString(PAGE)).results().map((MatchResult r) -> r.group(1)).toList();

    assertThat(named)
        .doesNotHaveDuplicates()
        .containsExactlyInAnyOrderElementsOf(new GatewayFunctions(FOLDER::get).names());
    for (String name : named) {
      assertThat(examples().map(Example::call)).as(name).anyMatch(c -> c.contains(name + "("));
    }
    long rows = Files.readString(PAGE).lines().filter(line -> line.contains("| `gw:")).count();
    assertThat(examples().count()).as("rows with an example").isGreaterThanOrEqualTo(rows);
  }

  @ParameterizedTest
  @MethodSource("examples")
  void answersAsThePageSays(Example example) throws IOException {
    if (example.rule() != null) {
      Rejected rejected = catchThrowableOfType(Rejected.class, () -> answer(example.call()));
      assertThat(rejected.findings())
          .extracting(f -> f.rule() + " " + f.path())
          .containsExactly(example.rule() + " " + example.where());
    } else {
      assertThat(answer(example.call())).isEqualTo(JSON.readTree(example.answer()));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "day, 2026.3.5, 2026-03-05",
    "day, ２０２６－０３－０５, 2026-03-05",
    "day, 二○二六年三月五日, 2026-03-05",
    "day, 2026-03-04T20:00:00Z, 2026-03-05",
    "day, 2026年3月5日 10时05分30秒, 2026-03-05",
    "day, 2026-13-05,",
    "day, 2026-03-05 25:00,",
    "day, 20260230,",
    "day, 三月五日,",
    "day, 十年月日,",
    "day, 19999,",
    "day, 99999999999999999999999999999999999999999,",
    "moment, 2026-03-05 10:05:00.123, 2026-03-05T10:05:00+08:00",
    "moment, 2026-03-05T10:05:00+0900, 2026-03-05T10:05:00+09:00",
    "moment, 202603051005, 2026-03-05T10:05:00+08:00",
    "until, 2099/12/31, 2099-12-31",
    "until, 2031-01-01, 2031-01-01",
    "until, 到期,"
  })
  void readsDays(String function, String written, String meant) {
    expect("gw:" + function + "(.x, \"x\")", written, meant, "mapping.date");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          26500          | 26500.00
          26,500         | 26500.00
          1,234,567.89   | 1234567.89
          2.65万元        | 26500.00
          2.65万          | 26500.00
          １００元          | 100.00
          壹佰元整         | 100.00
          一百零五元        | 105.00
          叁仟伍佰圆        | 3500.00
          壹亿贰仟万元       | 120000000.00
          壹拾万零伍拾元伍分   | 100050.05
          十元             | 10.00
          五角             | 0.50
          265,00         |
          1.234.567      |
          -5             |
          1e9            |
          壹贰叁           |
          元              |
          0.001          |
          99999999999999999999999999999999999999999999999999999999999999 |
          """)
  void readsAmounts(String written, String meant) {
    expect("gw:amount(.x, \"元\", \"x\")", written, meant, "mapping.amount");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          0               | 0
          12.5000         | 12.5
          100             | 100
          -106.2325       | -106.2325
          12,345.6        | 12345.6
          １２．５          | 12.5
          99999999999999  | 99999999999999
          999999999999999 |
          12,34           |
          1.23456         |
          1e3             |
          .5              |
          五               |
          """)
  void readsDecimals(String written, String meant) {
    expect("gw:decimal(.x, 4, \"x\")", written, meant, "mapping.number");
  }

  @ParameterizedTest
  @CsvSource({
    "mask-name, 梁晓岚, 梁某某",
    "mask-name, 𠮷祥, 𠮷某",
    "mask-id, 110105491231002, 110105*****1002",
    "mask-id, G1234567, ******67",
    "mask-phone, 0951-1234567, 095*****4567",
    "mask-phone, 110, *10",
    "mask-address, 示例市柳河路1号, 示例市***",
    "mask-address, 柳河路1号, ***",
    "mask-numbers, 开户账号：6222 0000 0000 000，, 开户账号：***，",
    "name, 示例•甲（中国）有限公司, 示例·甲（中国）有限公司",
    "half-width, ａ　１, a 1"
  })
  void hidesAndMends(String function, String value, String shown) {
    expect("gw:" + function + "(.x)", value, shown, "");
  }

  @Test
  void refusesAListThatCannotBeReadBackwards() {
    Map<String, String> folder = Map.of("many.csv", "from,to\n甲,1\n乙,1\n");

    assertThat(
            MappingCheck.of(
                "it.jslt",
                "import \"gateway\" as gw {\"a\": gw:code-back(\"many\", .x, \"x\")}",
                folder::get))
        .hasSize(1);
    assertThat(
            MappingCheck.of(
                "it.jslt",
                "import \"gateway\" as gw {\"a\": gw:day-as(.x, \"QQQQQQQQ\"), \"b\": gw:yuan-as(.x, \"美元\")}",
                folder::get))
        .hasSize(2);
  }

  private static void expect(String call, String value, String meant, String rule) {
    JsonNode input = JsonNodeFactory.instance.objectNode().put("x", value);
    Mapping mapping = new Mapping("import \"gateway\" as gw [" + call + "]", FOLDER::get);
    if (meant == null) {
      Rejected rejected = catchThrowableOfType(Rejected.class, () -> mapping.apply(input, CONTEXT));
      assertThat(rejected).as(value).isNotNull();
      assertThat(rejected.findings()).singleElement().matches(f -> f.rule().equals(rule));
      assertThat(rejected.findings().toString()).doesNotContain(value);
    } else {
      assertThat(mapping.apply(input, CONTEXT).get(0).asText()).isEqualTo(meant);
    }
  }

  private static JsonNode answer(String call) {
    Mapping mapping = new Mapping("import \"gateway\" as gw [" + call + "]", FOLDER::get);
    return mapping.apply(JsonNodeFactory.instance.objectNode(), CONTEXT).get(0);
  }
}
