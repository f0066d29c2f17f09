/**
 * What all transports over HTTP share: the connections to one partner with their bounds and address
 * checks, the settings for them, and what statuses and failures mean for a delivery. Not a
 * transport of its own.
 *
 * <p>Must not know: what is in a body, any transport that builds on it. Start reading at {@link
 * io.enforcement.gateway.connectors.http.HttpLink}.
 */
package io.enforcement.gateway.connectors.http;
