/**
 * The smallest HTTP/1.1 that a measurement can live with: a client connection and a server of a few
 * hundred lines that cost next to nothing beside what is measured, and that tell to the microsecond
 * when a request was on its way and when it had arrived. Knows nothing of the gateway. Start
 * reading at {@link io.enforcement.gateway.benchmarks.wire.HttpListener}.
 */
package io.enforcement.gateway.benchmarks.wire;
