package io.enforcement.gateway.routes.conformance;

import io.enforcement.gateway.routes.conformance.Certificate.RungResult;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The steps as they are taken, told to whoever watches. For one thread. */
final class Climb {

  private final Texts texts;
  private final PrintStream watcher;
  private final long began = System.nanoTime();
  private final Map<Rung, List<Step>> steps = new EnumMap<>(Rung.class);
  private Rung rung = Rung.FILES;

  Climb(Texts texts, PrintStream watcher) {
    this.texts = texts;
    this.watcher = watcher;
  }

  Texts texts() {
    return texts;
  }

  /** The name of a state of the gateway's, with its word. */
  String state(String word) {
    return texts.state(word);
  }

  /** All steps from now on are of this rung. */
  void onto(Rung next) {
    rung = next;
    say(texts.of("rung." + next.id()));
  }

  void pass(String step, String subject, String came, Object... arguments) {
    add(step, subject, Result.PASS, texts.of("came." + came, arguments), "");
  }

  void fail(String step, String subject, String came, Object... arguments) {
    String fix = texts.of("step." + step + ".fix");
    add(step, subject, Result.FAIL, texts.of("came." + came, arguments), fix);
  }

  /** The same with words that somebody else has found. */
  void failed(String step, String subject, String came, String fix) {
    add(step, subject, Result.FAIL, came, fix);
  }

  void notRun(String step, String subject, String why, Object... arguments) {
    add(step, subject, Result.NOT_RUN, texts.of("why." + why, arguments), "");
  }

  /** Passes when it is so, fails when not. */
  void judge(boolean so, String step, String subject, String came, Object... arguments) {
    if (so) {
      pass(step, subject, came, arguments);
    } else {
      fail(step, subject, came, arguments);
    }
  }

  private void add(String step, String subject, Result result, String came, String fix) {
    String title = texts.of("step." + step);
    String expected = texts.of("step." + step + ".expected");
    steps
        .computeIfAbsent(rung, r -> new ArrayList<>())
        .add(new Step(step, subject, result, title, expected, came, fix));
    String about = subject.isEmpty() ? title : title + " · " + subject;
    say("  " + texts.of("result." + result) + "  " + about + ": " + came);
  }

  /** Tells a person what is going on. */
  void say(String text) {
    watcher.printf("[%5.1f s] %s%n", (System.nanoTime() - began) / 1e9, text);
  }

  /** All rungs, from the bottom, with their steps. */
  List<RungResult> rungs() {
    List<RungResult> rungs = new ArrayList<>();
    for (Rung each : Rung.values()) {
      rungs.add(
          new RungResult(
              each.id(), texts.of("rung." + each.id()), steps.getOrDefault(each, List.of())));
    }
    return rungs;
  }
}
