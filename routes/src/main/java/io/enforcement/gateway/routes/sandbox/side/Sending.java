package io.enforcement.gateway.routes.sandbox.side;

/**
 * An exchange that a partner sends.
 *
 * @param via the transport's word
 * @param contentType media type of what is posted; empty where nothing is
 */
public record Sending(String exchange, String via, String contentType) {}
