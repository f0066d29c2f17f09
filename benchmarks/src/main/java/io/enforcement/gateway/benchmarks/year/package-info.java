/**
 * A year of conversations between departments in an hour or so: documents over HTTP into the real
 * gateway, whose clock is moved from day to day. What must be due when is computed here a second
 * time, in the plainest way, and compared with what the gateway's own tables say at the end; on the
 * way it is measured whether following and asking grow slower as more and more is over.
 *
 * <p>Must not use the gateway's reckoning: of the standard it takes the calendar's data only. Start
 * reading at {@link io.enforcement.gateway.benchmarks.year.YearRun}, then {@link
 * io.enforcement.gateway.benchmarks.year.Matters}.
 */
package io.enforcement.gateway.benchmarks.year;
