package io.enforcement.gateway.benchmarks.faults;

import io.enforcement.gateway.benchmarks.crash.Moment;
import io.enforcement.gateway.benchmarks.faults.CrashPoint.Aim;
import io.enforcement.gateway.benchmarks.gateway.GatewayProcess;
import io.enforcement.gateway.benchmarks.wire.TcpProxy;
import io.enforcement.gateway.benchmarks.wire.TcpProxy.Fault;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** F1: the process is ended at every point that a running one has, again and again. */
final class Kills implements Scenario {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int HALF_A_REQUEST = 700;
  private static final int TRIES = 3;

  /** From so many kills on it pays to make each start quicker. */
  private static final int MANY = 20;

  private final int kills;
  private final List<CrashPoint> points;
  private final Map<CrashPoint, Integer> counted = new EnumMap<>(CrashPoint.class);
  private final List<Duration> starts = new ArrayList<>();

  /**
   * @param kills that must count
   */
  Kills(int kills) {
    this(
        kills,
        Arrays.stream(CrashPoint.values())
            .filter(point -> aimable(point.aim()))
            .toArray(CrashPoint[]::new));
  }

  /**
   * @param kills that must count
   * @param points in turn
   */
  Kills(int kills, CrashPoint... points) {
    this.kills = kills;
    this.points = List.of(points);
  }

  /** One kill, at a point of a message's way that no broken line keeps it from. */
  static Kills one(Random random) {
    List<CrashPoint> points =
        Arrays.stream(CrashPoint.values())
            .filter(point -> point.aim() == Aim.RULE && point.hits() > 2)
            .toList();
    return new Kills(1, points.get(random.nextInt(points.size())));
  }

  @Override
  public String row() {
    return "F1";
  }

  @Override
  public String title() {
    return "the process is killed at the points of a message's way";
  }

  @Override
  public void prepare(Stage stage) throws Exception {
    if (kills >= MANY) {
      stage.rehearse();
    }
  }

  /** How often it was ended at each point. */
  Map<CrashPoint, Integer> counted() {
    return counted;
  }

  @Override
  public Fired play(Stage stage) throws Exception {
    for (int i = 0; total() < kills; i++) {
      CrashPoint point = points.get(i % points.size());
      if (!ended(stage, point)) {
        throw new Broken("no process could be ended at " + point + ", " + point.title());
      }
      stage.trial().requireSenders();
    }
    return new Fired(total(), List.copyOf(starts), counted.toString());
  }

  private static boolean aimable(Aim aim) {
    return aim == Aim.RULE || aim == Aim.LINE || aim == Aim.RECEIVER || aim == Aim.START;
  }

  private int total() {
    return counted.values().stream().mapToInt(Integer::intValue).sum();
  }

  private boolean ended(Stage stage, CrashPoint point) throws Exception {
    for (int i = 0; i < TRIES; i++) {
      stage.trial().awaitNoThirdDeath();
      stage.requireFlow();
      boolean counts =
          switch (point.aim()) {
            case LINE -> atTheLine(stage);
            case RECEIVER -> atTheReceiver(stage);
            case START -> atTheStart(stage, point);
            default -> byRule(stage, point);
          };
      start(stage);
      if (counts) {
        counted.merge(point, 1, Integer::sum);
        stage.tell(total() + " kills, " + point + " " + point.title() + ", ready after " + last());
        return true;
      }
      stage.tell("a kill at " + point + " that does not count");
    }
    return false;
  }

  private Duration last() {
    return starts.get(starts.size() - 1);
  }

  private void start(Stage stage) throws IOException {
    starts.add(stage.trial().gateway().start());
  }

  private boolean byRule(Stage stage, CrashPoint point) throws Exception {
    stage.points().order(point.name(), 1 + stage.random().nextInt(point.hits()));
    return endedBy(stage, point);
  }

  private static boolean endedBy(Stage stage, CrashPoint point) throws Exception {
    GatewayProcess gateway = stage.trial().gateway();
    if (!gateway.awaitEnd(PATIENCE.toSeconds())) {
      gateway.kill();
    }
    Optional<String> fired = stage.points().fired();
    return fired.filter(point.name()::equals).isPresent();
  }

  private static boolean atTheLine(Stage stage) throws Exception {
    TcpProxy line = stage.line("crash-c");
    GatewayProcess gateway = stage.trial().gateway();
    int before = line.fired();
    line.atNextCut(gateway::signalKill);
    line.set(Fault.cutUp(HALF_A_REQUEST));
    boolean ended = gateway.awaitEnd(PATIENCE.toSeconds());
    gateway.kill();
    line.atNextCut(() -> {});
    line.set(Fault.NONE);
    return ended && line.fired() > before;
  }

  private static boolean atTheReceiver(Stage stage) throws Exception {
    GatewayProcess gateway = stage.trial().gateway();
    boolean came = stage.trial().when(Moment.ATTEMPTING, gateway::signalKill, PATIENCE);
    gateway.kill();
    return came;
  }

  private static boolean atTheStart(Stage stage, CrashPoint point) throws Exception {
    GatewayProcess gateway = stage.trial().gateway();
    gateway.kill();
    stage.points().order(point.name(), 1);
    gateway.tryStart();
    return endedBy(stage, point);
  }
}
