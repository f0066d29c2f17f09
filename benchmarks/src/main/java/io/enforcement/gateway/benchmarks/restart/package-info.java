/**
 * What a restart costs when much is queued: how long until the gateway is ready, and until the
 * first delivery. Start reading at {@link io.enforcement.gateway.benchmarks.restart.RestartRun}.
 */
package io.enforcement.gateway.benchmarks.restart;
