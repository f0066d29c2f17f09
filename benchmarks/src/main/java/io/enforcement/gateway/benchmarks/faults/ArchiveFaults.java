package io.enforcement.gateway.benchmarks.faults;

import io.enforcement.gateway.benchmarks.crash.Trial;
import io.enforcement.gateway.benchmarks.faults.Scenario.Broken;
import io.enforcement.gateway.benchmarks.faults.Scenario.Fired;
import io.enforcement.gateway.benchmarks.gateway.GatewayApi;
import io.enforcement.gateway.benchmarks.gateway.GatewayProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/**
 * The process dies while months of events go into archive files; each run goes on with the last.
 */
final class ArchiveFaults {

  private static final Duration PATIENCE = Duration.ofSeconds(120);
  private static final int EVENTS = 500;

  /**
   * A month is signed and noted, then dropped. The first run dies when the first file is written;
   * each of the next takes that step again and dies before the one after it.
   */
  private static final int[] PASSES = {1, 2, 2, 2};

  private ArchiveFaults() {}

  static Scenario killed() {
    return new Act("K20", CrashPoint.K20.title(), ArchiveFaults::play);
  }

  private static Fired play(Stage stage) throws Exception {
    List<YearMonth> months = oldEvents(stage);
    if (!Trial.within(PATIENCE, () -> archivable(stage, months))) {
      throw new Broken("old months of events are not due for archiving");
    }
    List<Duration> starts = new ArrayList<>();
    for (int pass : PASSES) {
      starts.add(kill(stage, pass));
    }
    archive(stage, false);
    if (left(stage, months)) {
      throw new Broken("after the last kill a run does not archive all that is due");
    }
    return new Fired(PASSES.length, starts, months.size() + " months of " + EVENTS + " events");
  }

  private static Duration kill(Stage stage, int pass) throws Exception {
    GatewayProcess gateway = stage.trial().gateway();
    stage.points().order(CrashPoint.K20.name(), pass);
    archive(stage, false);
    if (!gateway.awaitEnd(PATIENCE.toSeconds()) || stage.points().fired().isEmpty()) {
      throw new Broken("no process died in the middle of archiving");
    }
    Duration start = gateway.start();
    stage.requireFlow();
    return start;
  }

  private static boolean left(Stage stage, List<YearMonth> months) throws Exception {
    Path folder = stage.dataDirectory().resolve("audit/archive");
    boolean there =
        months.stream()
            .allMatch(month -> Files.exists(folder.resolve("events-" + month + ".note")));
    try (Connection database =
            stage.trial().postmaster().connect("gateway_owner", "database-owner");
        var statement = database.createStatement();
        var row =
            statement.executeQuery(
                "select count(*) from event where at < now() - interval '250 days'")) {
      row.next();
      return !there || row.getLong(1) > 0;
    }
  }

  /** Events of two months that are long over, as an installation of that age has them. */
  private static List<YearMonth> oldEvents(Stage stage) throws IOException, SQLException {
    YearMonth now = YearMonth.now(ZoneOffset.UTC);
    List<YearMonth> months = List.of(now.minusMonths(11), now.minusMonths(10));
    try (Connection database =
        stage.trial().postmaster().connect("postgres", "database-superuser")) {
      for (YearMonth month : months) {
        happened(database, month);
      }
    }
    return months;
  }

  private static void happened(Connection database, YearMonth month) throws SQLException {
    try (PreparedStatement open = database.prepareStatement("select open_event_month(?::date)");
        PreparedStatement event =
            database.prepareStatement(
                "insert into event (at, milestone, message_id, actor)"
                    + " select ?::date + interval '10 days', 'RECEIVED', gen_random_uuid(), 'housing'"
                    + " from generate_series(1, ?)")) {
      open.setString(1, month.atDay(1).toString());
      open.execute();
      event.setString(1, month.atDay(1).toString());
      event.setInt(2, EVENTS);
      event.execute();
    }
  }

  private static boolean archivable(Stage stage, List<YearMonth> months) {
    return archive(stage, true) == months.size();
  }

  /** How many months were archived, or would be; 0 when the answer did not come. */
  private static int archive(Stage stage, boolean dryRun) {
    try (GatewayApi administrator =
        GatewayApi.as(
            "AUDIT_ADMINISTRATOR", stage.trial().gateway().port(), stage.dataDirectory())) {
      return administrator.archive(dryRun).path("months").size();
    } catch (IOException diedMeanwhile) {
      return 0;
    }
  }
}
