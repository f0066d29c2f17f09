package io.enforcement.gateway.benchmarks.faults;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What came of one row.
 *
 * @param fired how often the fault met something
 * @param recoveryMillis after each fault, until messages were acknowledged again or the gateway was
 *     ready
 * @param note why it did not run or what was broken; else what there is to say
 */
record Outcome(
    String row,
    String title,
    Status status,
    int fired,
    List<Long> recoveryMillis,
    long seconds,
    String note) {

  /** How a row ended. */
  enum Status {
    PASSED,
    FAILED,
    NOT_RUN
  }

  static Outcome notRun(String row, String reason) {
    return new Outcome(row, "", Status.NOT_RUN, 0, List.of(), 0, reason);
  }

  Outcome failed(String why) {
    return new Outcome(
        row, title, Status.FAILED, fired, recoveryMillis, seconds, (note + " " + why).strip());
  }

  Map<String, Object> figures() {
    Map<String, Object> figures = new LinkedHashMap<>();
    figures.put("row", row);
    figures.put("title", title);
    figures.put("status", status.name());
    figures.put("fired", fired);
    figures.put("recoveryMillis", recoveryMillis);
    figures.put("seconds", seconds);
    figures.put("note", note);
    return figures;
  }
}
