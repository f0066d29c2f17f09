package io.enforcement.gateway.benchmarks.faults;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The rows of the fault matrix: what is played here, and what cannot be. */
final class Matrix {

  private Matrix() {}

  /** Everything that is played on the common stage, in this order. */
  static List<Scenario> all(int kills) {
    return List.of(
        new Kills(kills),
        ProcessFaults.frozen(),
        BrokerFaults.directoryDeleted(),
        DatabaseFaults.crashed(),
        DatabaseFaults.killed(),
        DatabaseFaults.silent(),
        AuditFaults.exportAway(),
        new DiskFaults.Spool(),
        new DiskFaults.WriteAheadLog(),
        LineFaults.refused(),
        LineFaults.slow(),
        LineFaults.garbage(),
        LineFaults.wrongAnswers(),
        LineFaults.cut(),
        LineFaults.halfClosed(),
        LineFaults.late(),
        new ClockFaults(),
        FileScenarios.growing(),
        FileScenarios.impostor(),
        new ReplayFaults(true),
        ProcessFaults.poisoned(),
        ProcessFaults.two(),
        new AuditFaults.Restored(),
        ProcessFaults.told(),
        ProcessFaults.migrating());
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
    rows.put("F4", "broker failover: the gateway's own broker has no second one");
    rows.put(
        "F7", "lost un-synced writes: needs a file system that forgets, and a machine to crash");
    rows.put("F8", "errors of fsync: needs a tracer on the database's processes; not scripted");
    rows.put("F15", "packet loss: this kernel's filters are not ours to change");
    rows.put("F19", "two clocks: the embedded database shares the machine's");
    rows.put("F22", "rows of a front database: no sender of ours uses a table");
    rows.put("F25", "squeeze of memory and descriptors: not scripted");
    rows.put("F28", "upgrade and downgrade: there is no previous release");
    rows.put("F30", "all at once for two hours: run the short form in a loop with other seeds");
    return rows;
  }
}
