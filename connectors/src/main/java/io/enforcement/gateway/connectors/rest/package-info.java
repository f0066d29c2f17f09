/**
 * HTTP with JSON, XML, a form or any other body to one partner: one request per attempt, proven in
 * the partner's way, to an allowed address, and an honest verdict on what came of it; and fetching
 * what lies in the outbox of a partner that is a gateway too.
 *
 * <p>Must not know: what the bytes mean, who retries, any other transport. Start reading at {@link
 * io.enforcement.gateway.connectors.rest.RestConnector}.
 */
package io.enforcement.gateway.connectors.rest;
