package io.enforcement.gateway.benchmarks.gateway;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Rules in a gateway process that end it at a point, when that is ordered: from outside, the
 * gateway's own code has no switch for it. One order is for one process.
 */
public final class CrashPoints {

  private static final String RULES = "/faults/points.btm";
  private static final String HELPER = "io/enforcement/gateway/benchmarks/mutants/Executioner";

  private final Path order;
  private final Path fired;
  private final List<String> jvm;

  private CrashPoints(Path directory, List<String> jvm) {
    this.order = directory.resolve("order");
    this.fired = directory.resolve("fired");
    this.jvm = jvm;
  }

  /** Lays the rules down in a directory. */
  public static CrashPoints plant(Path directory) throws IOException {
    List<String> jvm = new ArrayList<>(Agent.plant(RULES, HELPER, directory));
    jvm.add("-Dfaults.order=" + directory.resolve("order"));
    return new CrashPoints(directory, List.copyOf(jvm));
  }

  /** JVM options that load the rules. */
  public List<String> jvm() {
    return jvm;
  }

  /**
   * JVM options that load these rules and those of a mutant, by one agent: a second one would end
   * the process.
   *
   * @param mutant its options, if any
   */
  public List<String> jvm(List<String> mutant) {
    List<String> all = new ArrayList<>(jvm);
    for (String option : mutant) {
      all.set(0, all.get(0) + "," + option.substring(option.indexOf('=') + 1));
    }
    return all;
  }

  /** Orders the end at this point, at its so-manieth pass from now on. */
  public void order(String point, int pass) throws IOException {
    order(point + " " + pass + " end");
  }

  /** Orders a freeze there instead; {@link #hasFired} tells when it has come. */
  public void orderFreeze(String point, int pass) throws IOException {
    order(point + " " + pass + " freeze");
  }

  private void order(String what) throws IOException {
    Path part = order.resolveSibling("order.part");
    Files.writeString(part, what);
    Files.move(part, order, StandardCopyOption.ATOMIC_MOVE);
  }

  /** Whether the process has ended, or frozen, at the point that was ordered. */
  public boolean hasFired() {
    return Files.exists(fired);
  }

  /**
   * Takes the order back, for the next process.
   *
   * @return the point at which the last one ended, if it did
   */
  public Optional<String> fired() throws IOException {
    Files.deleteIfExists(order);
    Optional<String> point =
        Files.exists(fired) ? Optional.of(Files.readString(fired)) : Optional.empty();
    Files.deleteIfExists(fired);
    return point;
  }
}
