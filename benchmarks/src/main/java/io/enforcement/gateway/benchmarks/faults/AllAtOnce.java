package io.enforcement.gateway.benchmarks.faults;

import io.enforcement.gateway.benchmarks.wire.TcpProxy.Fault;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * F30: one fault after the other by a seeded schedule, each while lines to receivers fail as well,
 * for as long as is asked.
 */
final class AllAtOnce implements Scenario {

  private static final List<Fault> LINES =
      List.of(
          Fault.REFUSED,
          Fault.SILENT,
          Fault.HALF_CLOSED,
          Fault.cutUp(700),
          Fault.cutDown(20),
          Fault.lossy(Duration.ofMillis(200), 10),
          Fault.slow(Duration.ofMillis(20), 64));

  private final Duration time;

  /**
   * @param time after which no further round is begun
   */
  AllAtOnce(Duration time) {
    this.time = time;
  }

  @Override
  public String row() {
    return "F30";
  }

  @Override
  public String title() {
    return "everything at once, for " + time.toMinutes() + " minutes";
  }

  @Override
  public Fired play(Stage stage) throws Exception {
    Random random = stage.random();
    Map<String, Integer> played = new TreeMap<>();
    List<Duration> recoveries = new ArrayList<>();
    int fired = 0;
    long end = System.nanoTime() + time.toNanos();
    while (System.nanoTime() < end) {
      breakLines(stage, random);
      Scenario next = next(random);
      stage.tell("all at once: " + next.row() + " " + next.title());
      fired += next.play(stage).times();
      played.merge(next.row(), 1, Integer::sum);
      stage.receivers().forEach(receiver -> stage.line(receiver).set(Fault.NONE));
      recoveries.add(stage.requireFlow());
      stage.trial().requireSenders();
    }
    return new Fired(fired, recoveries, played.toString());
  }

  /** Each line is broken every other time, in some way. */
  private static void breakLines(Stage stage, Random random) {
    for (String receiver : stage.receivers()) {
      stage
          .line(receiver)
          .set(random.nextBoolean() ? Fault.NONE : LINES.get(random.nextInt(LINES.size())));
    }
  }

  private static Scenario next(Random random) {
    return switch (random.nextInt(5)) {
      case 0 -> BrokerFaults.directoryDeleted();
      case 1 -> DatabaseFaults.crashed();
      case 2 -> DatabaseFaults.killed();
      case 3 -> DatabaseFaults.syncFails();
      default -> Kills.one(random);
    };
  }
}
