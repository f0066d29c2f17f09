package io.enforcement.gateway.benchmarks.crash;

import java.util.List;

/**
 * What the installation looks like when all is at rest, besides the messages.
 *
 * @param trail what the independent verifier found wrong with the audit trail; empty when nothing
 * @param events in the trail
 * @param exported so many of them the last exported checkpoint covers
 * @param claims of attempts that nobody makes any more
 * @param unbalanced receivers whose deliveries are not the sum of their states, with both figures
 * @param leaks lines of logs that hold what no log may hold
 */
record Books(
    List<String> trail,
    long events,
    long exported,
    long claims,
    List<String> unbalanced,
    List<String> leaks) {}
