package io.enforcement.gateway.benchmarks.faults;

import io.enforcement.gateway.benchmarks.crash.Mood;
import io.enforcement.gateway.benchmarks.crash.Trial;
import io.enforcement.gateway.benchmarks.faults.Scenario.Broken;
import io.enforcement.gateway.benchmarks.faults.Scenario.Fired;
import io.enforcement.gateway.benchmarks.gateway.GatewayApi;
import io.enforcement.gateway.benchmarks.wire.TcpProxy.Fault;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** Partners and the lines to them fail: the effect class decides, and other lanes go on. */
final class LineFaults {

  /** A receiver that failed before is looked at by two probes every two seconds only. */
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private static final int IN_THE_HEAD = 150;
  private static final int IN_THE_BODY = 700;
  private static final int IN_THE_REPLY = 20;

  private LineFaults() {}

  static Scenario refused() {
    return new Act(
        "F10",
        "a partner refuses connections, then says nothing",
        stage -> {
          Duration time = stage.shortened() ? Duration.ofSeconds(3) : Duration.ofSeconds(20);
          int c = stage.trial().effects('C');
          int fired = stage.during("crash-a", Fault.REFUSED, time);
          fired += stage.during("crash-a", Fault.SILENT, time);
          if (stage.trial().effects('C') == c) {
            throw new Broken("while one partner was away nothing reached another");
          }
          return Fired.of(fired, stage.requireFlow());
        });
  }

  static Scenario slow() {
    return new Act(
        "F11",
        "partners are slow, byte by byte",
        stage -> all(stage, Fault.slow(Duration.ofMillis(20), 64), Duration.ofSeconds(30)));
  }

  static Scenario late() {
    return new Act(
        "F17",
        "every piece is 300 ms late",
        stage -> all(stage, Fault.slow(Duration.ofMillis(300), 16_384), Duration.ofSeconds(30)));
  }

  /** A retransmission takes 200 ms at least; this kernel's own filters are not ours to change. */
  static Scenario lossy() {
    return new Act(
        "F15",
        "one segment in ten comes a retransmission late",
        stage -> all(stage, Fault.lossy(Duration.ofMillis(200), 10), Duration.ofSeconds(30)));
  }

  /** In the head, in the body and in the reply: refused, in doubt, and in doubt. */
  static Scenario cut() {
    return new Act(
        "F14",
        "connections are cut after some bytes, both ways",
        stage -> {
          Duration time = stage.shortened() ? Duration.ofSeconds(1) : Duration.ofSeconds(5);
          int fired = 0;
          for (String receiver : stage.receivers()) {
            fired += stage.during(receiver, Fault.cutUp(IN_THE_HEAD), time);
            fired += stage.during(receiver, Fault.cutUp(IN_THE_BODY), time);
            fired += stage.during(receiver, Fault.cutDown(IN_THE_REPLY), time);
          }
          fired += stage.during("crash-d", Fault.cutUp(IN_THE_BODY), time);
          fired += stage.during("crash-d", Fault.cutDown(IN_THE_BODY), time);
          return Fired.of(fired, stage.requireFlow());
        });
  }

  static Scenario halfClosed() {
    return new Act(
        "F16",
        "the link flaps, and closes one way",
        stage -> {
          int fired = 0;
          for (int i = 0; i < 5; i++) {
            for (String receiver : stage.receivers()) {
              fired += stage.during(receiver, Fault.REFUSED, Duration.ofMillis(700));
              fired += stage.during(receiver, Fault.HALF_CLOSED, Duration.ofMillis(700));
            }
          }
          return Fired.of(fired, stage.requireFlow());
        });
  }

  static Scenario garbage() {
    return new Act(
        "F12",
        "partners answer what nobody can read, or nothing",
        stage -> moods(stage, List.of(Mood.BABBLES, Mood.SAYS_NOTHING)));
  }

  static Scenario wrongAnswers() {
    return new Act(
        "F13",
        "partners fail after the work, answer 200 with a fault, answer twice, and refuse",
        LineFaults::answerWrongly);
  }

  /** The outside checker sees that nobody but the receiver itself makes a delivery refused. */
  private static Fired answerWrongly(Stage stage) throws Exception {
    Map<Character, Long> before = refused(stage);
    Fired fired =
        moods(stage, List.of(Mood.FAILS_AFTERWARDS, Mood.DENIES, Mood.ANSWERS_TWICE, Mood.REFUSES));
    Map<Character, Long> after = refused(stage);
    long refusals = 0;
    for (char effectClass : after.keySet()) {
      long more = after.get(effectClass) - before.get(effectClass);
      if (more <= 0) {
        throw new Broken("no delivery of class " + effectClass + " is told as refused");
      }
      refusals += more;
    }
    return new Fired(fired.times(), fired.recoveries(), refusals + " refused by their receiver");
  }

  /** By class, the deliveries that the gateway tells as refused by their receiver. */
  private static Map<Character, Long> refused(Stage stage) throws Exception {
    Map<Character, Long> refused = new TreeMap<>();
    try (GatewayApi api = stage.api()) {
      JsonNode receivers = api.totals().path("receivers");
      for (char effectClass : new char[] {'A', 'B', 'C'}) {
        String partner = "crash-" + Character.toLowerCase(effectClass);
        refused.put(effectClass, receivers.path(partner).path("refusedByReceiver").asLong());
      }
    }
    return refused;
  }

  private static Fired all(Stage stage, Fault fault, Duration time) throws Exception {
    int before = fired(stage);
    stage.receivers().forEach(receiver -> stage.line(receiver).set(fault));
    Thread.sleep(stage.shortened() ? time.toMillis() / 10 : time.toMillis());
    Trial.within(PATIENCE, () -> fired(stage) > before);
    stage.receivers().forEach(receiver -> stage.line(receiver).set(Fault.NONE));
    return Fired.of(fired(stage) - before, stage.requireFlow());
  }

  private static int fired(Stage stage) {
    return stage.receivers().stream().mapToInt(each -> stage.line(each).fired()).sum();
  }

  private static Fired moods(Stage stage, List<Mood> moods) throws Exception {
    long millis = stage.shortened() ? 1_000 : 5_000;
    int fired = 0;
    List<Duration> recoveries = new ArrayList<>();
    for (char effectClass : new char[] {'A', 'B', 'C'}) {
      int before = stage.trial().misbehaved(effectClass);
      for (Mood mood : moods) {
        int soFar = stage.trial().misbehaved(effectClass);
        stage.trial().be(effectClass, mood);
        Thread.sleep(millis);
        Trial.within(PATIENCE, () -> stage.trial().misbehaved(effectClass) > soFar);
      }
      stage.trial().be(effectClass, Mood.WELL);
      fired += stage.trial().misbehaved(effectClass) - before;
      recoveries.add(stage.requireFlow());
    }
    return new Fired(fired, recoveries, "");
  }
}
