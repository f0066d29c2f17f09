package io.enforcement.gateway.benchmarks.load;

import java.nio.file.Path;
import java.time.Duration;

/**
 * What a run shall do.
 *
 * @param passes alternating passes at full load
 * @param length of one pass at full load
 * @param clients keep-alive connections of the driver
 * @param seed of the order of the targets within each pass
 * @param only the one side to measure, or null for both and their ratio
 * @param gatewayJar the gateway's jar
 */
public record LoadOptions(
    int passes, Duration length, int clients, long seed, Side only, Path gatewayJar) {

  /** What is compared. */
  public enum Side {
    NAIVE,
    GATEWAY
  }

  boolean measures(Side side) {
    return only == null || only == side;
  }
}
