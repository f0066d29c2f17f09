package io.enforcement.gateway.benchmarks.year;

import java.nio.file.Path;

/**
 * What a year run is asked to do.
 *
 * @param conversations how many, spread over the year
 * @param seed of every random choice
 * @param senders connections that send at the same time
 */
public record YearOptions(int conversations, long seed, int senders, Path gatewayJar) {}
