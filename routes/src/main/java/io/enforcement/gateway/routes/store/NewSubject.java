package io.enforcement.gateway.routes.store;

import java.time.Instant;
import java.util.UUID;

/**
 * By what a new record may be asked for.
 *
 * @param kind the record's type
 * @param name of a certificate, an item or an organisation; never the number of a natural person
 * @param at when the act was, or when the record came where it tells no such time
 */
public record NewSubject(String kind, String name, Instant at, UUID recordId) {}
