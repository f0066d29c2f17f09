package io.enforcement.gateway.benchmarks.faults;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The rows of the fault matrix: what is played here, and what cannot be. */
final class Matrix {

  private Matrix() {}

  /** Everything that is played on the common stage, in this order. */
  static List<Scenario> all(int kills, Duration soak) {
    return List.of(
        new Kills(kills),
        ProcessFaults.frozen(),
        BrokerFaults.directoryDeleted(),
        DatabaseFaults.crashed(),
        DatabaseFaults.killed(),
        DatabaseFaults.silent(),
        DatabaseFaults.syncFails(),
        AuditFaults.exportAway(),
        new DiskFaults.Spool(),
        new DiskFaults.WriteAheadLog(),
        LineFaults.refused(),
        LineFaults.slow(),
        LineFaults.garbage(),
        LineFaults.wrongAnswers(),
        LineFaults.cut(),
        LineFaults.halfClosed(),
        LineFaults.lossy(),
        LineFaults.late(),
        new ClockFaults(),
        ClockFaults.apart(),
        FileScenarios.growing(),
        FileScenarios.impostor(),
        FileScenarios.rows(),
        new ReplayFaults(true),
        ProcessFaults.poisoned(),
        ProcessFaults.squeezed(),
        ProcessFaults.two(),
        new AuditFaults.Restored(),
        ProcessFaults.told(),
        ArchiveFaults.killed(),
        ProcessFaults.migrating(),
        new AllAtOnce(soak));
  }

  /** One shortened scenario each for broker, database, network, file, clock and audit. */
  static List<Scenario> shortForm(int kills) {
    return List.of(
        new Kills(kills),
        BrokerFaults.directoryDeleted(),
        DatabaseFaults.crashed(),
        DatabaseFaults.killed(),
        LineFaults.refused(),
        LineFaults.cut(),
        FileScenarios.growing(),
        new ClockFaults(),
        AuditFaults.exportAway());
  }

  /** Rows that are not played here, with the reason. */
  static Map<String, String> notRun() {
    Map<String, String> rows = new LinkedHashMap<>();
    for (CrashPoint point : CrashPoint.values()) {
      if (point.aim() == CrashPoint.Aim.NONE) {
        rows.put(point.name(), point.title() + ": " + point.reason());
      }
    }
    rows.put(
        "F4",
        "broker failover: the gateway's own broker has no second one, and needs none, see F3; an"
            + " external pair is the site's");
    rows.put(
        "F7", "lost un-synced writes: needs a file system that forgets, and a machine to crash");
    rows.put("F28", "upgrade and downgrade: there is no previous release");
    return rows;
  }
}
