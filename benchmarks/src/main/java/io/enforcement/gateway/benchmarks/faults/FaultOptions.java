package io.enforcement.gateway.benchmarks.faults;

import io.enforcement.gateway.benchmarks.crash.Trial;
import java.time.Duration;
import java.util.Set;

/**
 * What a run shall do.
 *
 * @param trial what it is done to
 * @param kills that must count
 * @param only these rows; empty: all
 * @param shortened one trial for all, and one short scenario for each kind of fault
 * @param soak how long everything at once lasts, F30
 */
public record FaultOptions(
    Trial.Setting trial, int kills, Set<String> only, boolean shortened, Duration soak) {

  boolean wants(String row) {
    return only.isEmpty() || only.contains(row);
  }
}
