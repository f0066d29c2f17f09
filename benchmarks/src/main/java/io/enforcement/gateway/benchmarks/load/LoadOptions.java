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
 * @param gatewayJar the jar, or null to measure the naive flows alone
 */
public record LoadOptions(int passes, Duration length, int clients, long seed, Path gatewayJar) {}
