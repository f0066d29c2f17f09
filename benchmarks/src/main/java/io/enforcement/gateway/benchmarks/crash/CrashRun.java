package io.enforcement.gateway.benchmarks.crash;

import io.enforcement.gateway.benchmarks.gateway.DeadlineBooks;
import io.enforcement.gateway.benchmarks.gateway.GatewayApi;
import io.enforcement.gateway.benchmarks.gateway.GatewayProcess;
import io.enforcement.gateway.benchmarks.gateway.Site;
import io.enforcement.gateway.benchmarks.machine.Directories;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;

/**
 * One run: load from two intakes, kills at chosen moments with the broker's directory deleted in
 * between, once also under load, then rest, then the checker.
 */
public final class CrashRun {

  private static final List<String> JVM = List.of("-Xmx512m");
  private static final int TRIES_PER_KILL = 3;

  private final CrashOptions options;
  private final Consumer<String> log;
  private final Random random;
  private final List<Kill> kills = new ArrayList<>();
  private int brokerDeletions;

  /**
   * @param log takes one line per event, for people who watch
   */
  public CrashRun(CrashOptions options, Consumer<String> log) {
    this.options = options;
    this.log = log;
    this.random = new Random(options.seed());
  }

  /** Runs it; takes minutes. */
  public CrashReport run() throws IOException, SQLException, InterruptedException {
    log.accept("seed " + options.seed());
    Path directory = Directories.temporary("crash");
    boolean keep = true;
    Trigger trigger = new Trigger();
    Site site = new Site(directory.resolve("gateway"));
    try (Parties parties = new Parties(directory, site, trigger);
        SenderLedger ledger = new SenderLedger(directory)) {
      site.write();
      List<String> jvm = new ArrayList<>(JVM);
      if (options.mutant().isPresent()) {
        jvm.addAll(options.mutant().get().plant(directory));
      }
      try (GatewayProcess gateway =
          new GatewayProcess(options.gatewayJar(), site.directory(), jvm)) {
        log.accept("ready after " + gateway.start().toMillis() + " ms");
        Load load = new Load(gateway.port(), parties, ledger, trigger, options);
        killAll(new Killer(gateway, site.directory(), trigger, parties.a(), log), load);
        load.stop();
        CrashReport report = report(gateway, site.directory(), parties, ledger);
        keep = !report.holds();
        return report;
      }
    } finally {
      if (keep) {
        log.accept("ledgers and logs are kept in " + directory);
      } else {
        Directories.delete(directory);
      }
    }
  }

  private void killAll(Killer killer, Load load)
      throws IOException, SQLException, InterruptedException {
    int tries = options.kills() * TRIES_PER_KILL;
    boolean deletedUnderLoad = false;
    while (missing() && tries-- > 0) {
      load.requireAlive();
      if (!deletedUnderLoad && kills.size() >= options.kills() / 2) {
        killer.deleteBrokerUnderLoad();
        brokerDeletions++;
        deletedUnderLoad = true;
      }
      boolean deleteBroker = random.nextBoolean();
      long delay = 500 + random.nextInt(1500);
      killer.kill(nextMoment(), delay, deleteBroker).ifPresent(kills::add);
      brokerDeletions += deleteBroker ? 1 : 0;
    }
    if (missing()) {
      throw new IOException("only " + kills.size() + " kills counted, " + momentsLeft() + " never");
    }
  }

  private boolean missing() {
    return kills.size() < options.kills() || !momentsLeft().isEmpty();
  }

  /** Moments that no kill has fallen into; all when there are enough kills to ask for it. */
  private List<Moment> momentsLeft() {
    List<Moment> left = new ArrayList<>();
    for (Moment moment : Moment.values()) {
      boolean aimed = options.kills() >= Moment.values().length - 1 && moment != Moment.ANY;
      if (aimed && kills.stream().noneMatch(kill -> kill.moment() == moment)) {
        left.add(moment);
      }
    }
    return left;
  }

  private Moment nextMoment() {
    List<Moment> left = momentsLeft();
    List<Moment> from = left.isEmpty() ? List.of(Moment.values()) : left;
    return from.get(random.nextInt(from.size()));
  }

  private CrashReport report(
      GatewayProcess gateway, Path dataDirectory, Parties parties, SenderLedger ledger)
      throws IOException, SQLException, InterruptedException {
    try (GatewayApi api = GatewayApi.asOperator(gateway.port(), dataDirectory);
        DeadlineBooks deadlines = DeadlineBooks.of(dataDirectory)) {
      Inquiry inquiry = new Inquiry(api, parties, ledger, deadlines);
      log.accept("at rest: " + inquiry.awaitRest());
      Evidence evidence = inquiry.evidence();
      return new CrashReport(
          options,
          List.copyOf(kills),
          brokerDeletions,
          evidence,
          Checker.check(evidence),
          ledger.duplicateCount());
    }
  }
}
