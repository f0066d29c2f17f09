package io.enforcement.gateway.benchmarks.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.enforcement.gateway.benchmarks.crash.Trial;
import io.enforcement.gateway.benchmarks.faults.Outcome.Status;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FaultReportTest {

  private static final FaultOptions OPTIONS =
      new FaultOptions(
          new Trial.Setting(Path.of("gateway.jar"), Path.of("verifier.py"), 7, 60),
          30,
          Set.of(),
          true,
          Duration.ZERO);

  @TempDir Path directory;

  @Test
  void doesNotHoldWhenNothingWasJudged() {
    assertThat(report(passed("F3")).holds()).isFalse();
  }

  @Test
  void countsTheKillsOfTheirRowOnly() {
    assertThat(report(passed("F1"), passed("F3")).kills()).isEqualTo(2);
  }

  @Test
  void tellsRecoveryTimesInTheirOrder() {
    Outcome slow = new Outcome("F5", "", Status.PASSED, 3, List.of(9L, 1L, 5L), 1, "");

    assertThat(report(slow).figures())
        .containsEntry("recoveryMillisMedian", 5L)
        .containsEntry("recoveryMillisMost", 9L);
  }

  @Test
  void writesAPageOnWhichNothingCanBreakOut() throws Exception {
    Path page = directory.resolve("report.html");

    ReportPage.write(report(passed("F3").failed("<script>")), page);

    assertThat(Files.readString(page)).contains("&lt;script&gt;").doesNotContain("<script>");
    assertThat(directory.resolve("report.json")).content().contains("\"kills\" : 0");
  }

  private static Outcome passed(String row) {
    return new Outcome(row, "", Status.PASSED, 2, List.of(), 1, "");
  }

  private static FaultReport report(Outcome... outcomes) {
    return new FaultReport(OPTIONS, List.of(outcomes), List.of(), Duration.ofSeconds(1));
  }
}
