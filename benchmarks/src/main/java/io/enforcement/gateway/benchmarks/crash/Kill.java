package io.enforcement.gateway.benchmarks.crash;

/**
 * A kill that counts.
 *
 * @param perSecond acknowledgements in the second before
 * @param brokerDeleted the broker's directory was deleted before the restart
 * @param restartMillis from start to ready
 */
record Kill(Moment moment, int perSecond, boolean brokerDeleted, long restartMillis) {}
