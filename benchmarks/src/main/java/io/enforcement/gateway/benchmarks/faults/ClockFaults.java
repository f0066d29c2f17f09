package io.enforcement.gateway.benchmarks.faults;

import io.enforcement.gateway.benchmarks.crash.Trial;
import io.enforcement.gateway.benchmarks.faults.Scenario.Broken;
import io.enforcement.gateway.benchmarks.faults.Scenario.Fired;
import io.enforcement.gateway.benchmarks.gateway.GatewayApi;
import io.enforcement.gateway.benchmarks.gateway.GatewayProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The gateway's clock jumps, or differs from the database's: order and counts are as before. */
final class ClockFaults implements Scenario {

  private static final String LIBRARY = "libfaketimeMT.so.1";
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final List<Duration> JUMPS = List.of(Duration.ofHours(1), Duration.ofDays(1));

  @Override
  public String row() {
    return "F18";
  }

  @Override
  public String title() {
    return "the clock jumps an hour, and a day, forward";
  }

  @Override
  public void prepare(Stage stage) throws Exception {
    stage.trial().site().clockAhead(Duration.ZERO);
  }

  @Override
  public Fired play(Stage stage) throws Exception {
    Duration ahead = Duration.ZERO;
    for (Duration jump : JUMPS) {
      ahead = ahead.plus(jump);
      try (GatewayApi api = stage.api()) {
        api.moveClock(Instant.now().plus(ahead));
      }
      stage.requireFlow();
    }
    return Fired.of(JUMPS.size(), stage.requireFlow());
  }

  /** A second gateway, ten minutes ahead of the database that it shares with the first. */
  static Scenario apart() {
    return new Act(
        "F19", "a gateway's clock and the database's are ten minutes apart", ClockFaults::differ);
  }

  private static Fired differ(Stage stage) throws Exception {
    Path library = library();
    Map<String, String> ahead =
        Map.of(
            "LD_PRELOAD", library.toString(),
            "FAKETIME", "+10m",
            "FAKETIME_DONT_FAKE_MONOTONIC", "1");
    try (GatewayProcess second = stage.trial().another(ahead);
        GatewayApi api = GatewayApi.asOperator(second.port(), stage.dataDirectory())) {
      if (!Trial.within(PATIENCE, () -> tells(api))) {
        throw new Broken("nobody tells that the clocks differ");
      }
      Thread.sleep(stage.shortened() ? 2_000 : 20_000);
      return Fired.of(events(stage), stage.requireFlow());
    }
  }

  private static Path library() throws Broken, IOException {
    try (Stream<Path> found =
        Files.find(Path.of("/usr/lib"), 3, (path, a) -> path.endsWith(LIBRARY))) {
      return found
          .findFirst()
          .orElseThrow(() -> new Broken(LIBRARY + " is not there: Debian has it in libfaketime"));
    }
  }

  private static boolean tells(GatewayApi api) {
    try {
      return StreamSupport.stream(api.alarms().spliterator(), false)
          .anyMatch(alarm -> alarm.path("kind").asString().equals("CLOCK"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int events(Stage stage) throws Exception {
    try (Connection database =
            stage.trial().postmaster().connect("gateway_owner", "database-owner");
        Statement statement = database.createStatement();
        ResultSet row =
            statement.executeQuery("select count(*) from event where milestone = 'CLOCK'")) {
      row.next();
      return row.getInt(1);
    }
  }
}
