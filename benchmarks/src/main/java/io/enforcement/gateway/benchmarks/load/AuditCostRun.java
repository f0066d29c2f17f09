package io.enforcement.gateway.benchmarks.load;

import io.enforcement.gateway.benchmarks.machine.Directories;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * What the chain of the audit trail costs: two gateways side by side, one of which leaves its
 * events without positions, tree and signatures, in alternating passes. The gateway has no switch
 * for that: a rule of the agent takes the sequencer away, and the other side carries the agent
 * without a rule.
 */
public final class AuditCostRun {

  private static final Duration WARM_UP_STRETCH = Duration.ofSeconds(10);
  private static final Duration WARM_UP_AT_MOST = Duration.ofSeconds(100);

  /** What happened in the last second is sealed a second later, and belongs to the pass. */
  private static final Duration SEALING = Duration.ofMillis(2500);

  private final LoadOptions options;
  private final AtomicInteger numbers = new AtomicInteger(1);

  public AuditCostRun(LoadOptions options) {
    this.options = options;
  }

  /**
   * Runs it; takes minutes.
   *
   * @throws IOException when a gateway fails under the load; figures would then mean nothing
   */
  public AuditCostReport run() throws IOException, InterruptedException {
    Path directory = Directories.temporary("audit-cost");
    boolean keep = true;
    List<Measured> both = new ArrayList<>();
    try (Arrivals arrivals = new Arrivals()) {
      Path agent = lay("byteman.jar", directory);
      Path rules = lay("chain-off.btm", directory);
      both.add(start("chain", "-javaagent:" + agent, directory, arrivals));
      both.add(start("no-chain", "-javaagent:" + agent + "=script:" + rules, directory, arrivals));
      for (Measured each : both) {
        each.warmUp(() -> pass(each, arrivals, WARM_UP_STRETCH), WARM_UP_AT_MOST);
      }
      Random random = new Random(options.seed());
      for (int i = 0; i < options.passes(); i++) {
        List<Measured> order = new ArrayList<>(both);
        Collections.shuffle(order, random);
        for (Measured each : order) {
          each.full(() -> pass(each, arrivals, options.length()));
        }
      }
      requireChain(both.get(0), true);
      requireChain(both.get(1), false);
      keep = false;
      return new AuditCostReport(options, both.get(0), both.get(1));
    } finally {
      for (Measured each : both) {
        each.close();
      }
      if (!keep) {
        Directories.delete(directory);
      }
    }
  }

  private Measured start(String title, String agent, Path directory, Arrivals arrivals)
      throws IOException {
    List<String> jvm = new ArrayList<>(LoadRun.JVM);
    jvm.add(agent);
    List<String> receivers = List.of(arrivals.address(0), arrivals.address(1));
    return new Measured(new GatewayTarget(title, options.gatewayJar(), directory, jvm, receivers));
  }

  private Pass.Outcome pass(Measured each, Arrivals arrivals, Duration length)
      throws IOException, InterruptedException {
    Pass.Outcome outcome =
        new Pass(each.target(), arrivals, numbers, options.clients()).closedLoop(length);
    LockSupport.parkNanos(SEALING.toNanos());
    return outcome;
  }

  /** A side that did not do what it was to do would be measured for nothing. */
  private static void requireChain(Measured each, boolean wanted) throws IOException {
    Path audit = each.target().directory().resolve("audit");
    boolean found = Files.exists(audit.resolve("head"));
    if (found != wanted) {
      throw new IOException(
          each.target().title() + " signed " + (found ? "checkpoints" : "no checkpoint"));
    }
  }

  private static Path lay(String name, Path directory) throws IOException {
    Path target = directory.resolve(name);
    try (InputStream in = AuditCostRun.class.getResourceAsStream("/mutants/" + name)) {
      Files.copy(in, target, StandardCopyOption.REPLACE_EXISTING);
    }
    return target;
  }
}
