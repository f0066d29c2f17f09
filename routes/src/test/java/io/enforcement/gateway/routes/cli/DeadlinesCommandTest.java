package io.enforcement.gateway.routes.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The due day stands alone on the last line; dates are those of the published vectors. */
class DeadlinesCommandTest {

  @TempDir Path reference;

  @ParameterizedTest
  @CsvSource({
    "F09, 2026-04-03T10:20, 2026-04-07",
    "F02, 2026-04-02T16:20, 2026-04-03T16:20+08:00",
    "F02, 2026-04-02T08:20Z, 2026-04-03T16:20+08:00",
    "F29a, 2026-04-30, 2026-05-08",
    "R04, 2025-12-31, 2026-02-28",
    "R04, 2026-06-30, 2026-08-31",
    "P01, 2025-07-10, 2025-10-09",
    "P06, 2026-02-12, 2026-02-28",
    "A01, 2026-01-01, 2026-01-15",
    // Rows of law that became several rules: the first of them is counted.
    "P11, 2026-05-20, 2026-05-29",
    "P14, 2026-01-24, 2026-02-24",
    "A02, 2026-01-01, 2026-01-20",
    // Hours from a day without a time of day run from its end, as the gateway counts them.
    "F02, 2026-04-02, 2026-04-04T00:00+08:00",
  })
  void endsWithTheDueDay(String rule, String start, String due) {
    Said said = run("explain", "--rule", rule, "--start", start);

    assertThat(said.code()).isZero();
    assertThat(said.lines()).last().isEqualTo(due);
    assertThat(said.lines()).hasSizeGreaterThan(3);
  }

  @Test
  void showsTheDaysThatCountAndThoseThatDoNot() {
    Said said = run("explain", "--rule", "F29a", "--start", "2026-04-30", "--lang", "en");

    assertThat(said.lines())
        .contains(
            "2026-05-01 day of rest, not counted",
            "2026-05-06 working day 1",
            "2026-05-08 working day 3");
  }

  @Test
  void aYearWithoutACalendarIsProvisional() {
    Said said = run("explain", "--rule", "F29a", "--start", "2026-12-31", "--lang", "en");

    assertThat(said.code()).isZero();
    assertThat(said.lines()).anyMatch(line -> line.contains("[2027]: provisional"));
  }

  @Test
  void aRegionsOwnHolidayCounts() throws IOException {
    Files.writeString(
        reference.resolve("64-2026.csv"),
        "date,day,occasion,source\n2026-03-20,off,开斋节,invented for this test\n");

    assertThat(due("--region", "640104", "--reference", reference.toString()))
        .isEqualTo("2026-03-24");
    assertThat(due("--region", "110101", "--reference", reference.toString()))
        .isEqualTo("2026-03-23");
  }

  private static String due(String... where) {
    List<String> arguments =
        new ArrayList<>(List.of("explain", "--rule", "F29a", "--start", "2026-03-18"));
    arguments.addAll(List.of(where));
    return run(arguments.toArray(String[]::new)).lines().stream().reduce((a, b) -> b).get();
  }

  @Test
  void aRowOfLawThatBecameSeveralRulesNamesTheOthers() {
    assertThat(run("explain", "--rule", "P11", "--start", "2026-05-20").lines())
        .anyMatch(line -> line.startsWith("P11a "))
        .anyMatch(line -> line.startsWith("+ P11c 20 WD "));
  }

  @Test
  void saysWhatIsWrong() {
    assertThat(run("explain", "--rule", ".*", "--start", "2026-03-18").code()).isEqualTo(2);
    assertThat(run("explain", "--rule", "H01", "--start", "2026-03-18").code()).isEqualTo(2);
    assertThat(run("explain", "--rule", "Z99", "--start", "2026-03-18").code()).isEqualTo(2);
    assertThat(run("explain", "--rule", "F09", "--start", "yesterday").code()).isEqualTo(2);
    assertThat(run("explain", "--rule", "F09", "--start", "2026-03-18", "--region", "x").code())
        .isEqualTo(2);
    assertThat(run("explain", "--help").code()).isZero();
  }

  @Test
  void listsTheRules() {
    assertThat(run("list").lines()).anyMatch(line -> line.matches("F09 +3 CD +crime-transfer .*"));
  }

  @Test
  void saysWhyARuleIsNotFollowed() {
    assertThat(run("list").lines())
        .anyMatch(line -> line.matches("A03 +not-followed +annual-duty .+ — .+"))
        .noneMatch(line -> line.matches("F09 .* — .*"));
  }

  private record Said(int code, List<String> lines) {}

  private static Said run(String... arguments) {
    PrintStream out = System.out;
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
    try {
      String[] all = new String[arguments.length + 1];
      all[0] = "deadlines";
      System.arraycopy(arguments, 0, all, 1, arguments.length);
      int code = EnforcementGateway.run(all);
      return new Said(code, bytes.toString(StandardCharsets.UTF_8).lines().toList());
    } finally {
      System.setOut(out);
    }
  }
}
