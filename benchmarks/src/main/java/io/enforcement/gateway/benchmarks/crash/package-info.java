/**
 * Kills the gateway under load and counts from outside. Senders and receivers keep ledgers that are
 * on disk before they go on; after the last restart a checker that knows nothing but these ledgers
 * and the public API says whether every promise was kept; of the spool it looks at what is left
 * over, of the deadlines at what was opened. Only the aim of the kills looks inside: {@link
 * io.enforcement.gateway.benchmarks.crash.DiedTwice}. Start reading at {@link
 * io.enforcement.gateway.benchmarks.crash.Checker}, then {@link
 * io.enforcement.gateway.benchmarks.crash.CrashRun}.
 */
package io.enforcement.gateway.benchmarks.crash;
