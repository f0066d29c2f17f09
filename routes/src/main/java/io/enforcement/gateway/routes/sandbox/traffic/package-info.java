/**
 * What the simulated departments send: invented decisions of invented parties in the departments'
 * own formats, the same for the same seed and day, right ones and wrong ones.
 *
 * <p>Must not know: transports, the gateway, its standard and its translators. The identifiers are
 * computed here a second time from the national standards, so that a mistake in the gateway's own
 * check does not confirm itself. Start reading at {@link
 * io.enforcement.gateway.routes.sandbox.traffic.DemonstrationTraffic}.
 */
package io.enforcement.gateway.routes.sandbox.traffic;
