package io.enforcement.gateway.benchmarks.faults;

import io.enforcement.gateway.benchmarks.crash.Trial;
import io.enforcement.gateway.benchmarks.gateway.GatewayApi;
import io.enforcement.gateway.benchmarks.gateway.GatewayProcess;
import io.enforcement.gateway.benchmarks.wire.TcpProxy.Fault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** What was parked while a receiver was away is replayed, and the process dies in the middle. */
final class ReplayFaults implements Scenario {

  private static final String RECEIVER = "crash-d";
  private static final Duration PATIENCE = Duration.ofSeconds(240);
  private static final int LEAST = 25;
  private static final int PER_MINUTE = 6000;
  private static final int PASS = 4;

  private final boolean kills;

  /**
   * @param kills whether the process dies in the middle
   */
  ReplayFaults(boolean kills) {
    this.kills = kills;
  }

  @Override
  public String row() {
    return "F23";
  }

  @Override
  public String title() {
    return "the process dies in the middle of a replay job, at K21";
  }

  /** A short ladder: what cannot be delivered is parked soon. */
  @Override
  public void prepare(Stage stage) {
    stage.trial().site().set("gateway.partners." + RECEIVER + ".retry[0]", "PT1S");
  }

  @Override
  public Fired play(Stage stage) throws Exception {
    stage.line(RECEIVER).set(Fault.REFUSED);
    try {
      require(Trial.within(PATIENCE, () -> parked(stage) >= LEAST), "nothing was parked");
    } finally {
      stage.line(RECEIVER).set(Fault.NONE);
    }
    List<Duration> starts = new ArrayList<>();
    String job = begin(stage);
    if (kills) {
      stage.points().order(CrashPoint.K21.name(), PASS);
      GatewayProcess gateway = stage.trial().gateway();
      require(gateway.awaitEnd(PATIENCE.toSeconds()), "no process died at K21");
      require(stage.points().fired().isPresent(), "the process did not die at K21");
      starts.add(gateway.start());
    }
    require(Trial.within(PATIENCE, () -> ended(stage, job)), "the replay job did not end");
    while (parked(stage) > 0) {
      String next = begin(stage);
      require(Trial.within(PATIENCE, () -> ended(stage, next)), "the replay job did not end");
    }
    return new Fired(1, starts, "");
  }

  /** Proposed by one person and, when that is needed, approved by another. */
  private static String begin(Stage stage) throws Exception {
    int port = stage.trial().gateway().port();
    try (GatewayApi operator = stage.api();
        GatewayApi reviewer = GatewayApi.as("REVIEWER", port, stage.dataDirectory())) {
      String group = group(operator).orElseThrow().path("group").asString();
      JsonNode job = operator.replay(group, PER_MINUTE);
      String id = job.path("id").asString();
      if (job.path("state").asString().equals("PROPOSED")) {
        reviewer.approve(id);
      }
      return id;
    }
  }

  private static boolean ended(Stage stage, String job) {
    try (GatewayApi api = stage.api()) {
      String state = api.job(job).path("state").asString();
      if (state.equals("PAUSED")) {
        throw new UncheckedIOException(new IOException("the replay job is held: " + api.job(job)));
      }
      return state.equals("DONE");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static long parked(Stage stage) {
    try (GatewayApi api = stage.api()) {
      return group(api).map(each -> each.path("count").asLong()).orElse(0L);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Optional<JsonNode> group(GatewayApi api) throws IOException {
    for (JsonNode group : api.groups()) {
      if (group.path("stage").asString().equals("deliver")
          && group.path("partner").asString().equals(RECEIVER)) {
        return Optional.of(group);
      }
    }
    return Optional.empty();
  }

  private static void require(boolean holds, String otherwise) throws Broken {
    if (!holds) {
      throw new Broken(otherwise);
    }
  }
}
