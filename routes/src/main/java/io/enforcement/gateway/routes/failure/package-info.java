/**
 * What follows when something fails: one policy for all transports, a circuit breaker per receiver,
 * parked messages and their replay.
 *
 * <p>Must not know Camel, HTTP or SQL. Start reading at {@link
 * io.enforcement.gateway.routes.failure.FailurePolicy}.
 */
package io.enforcement.gateway.routes.failure;
