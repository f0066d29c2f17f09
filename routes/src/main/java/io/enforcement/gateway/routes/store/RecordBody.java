package io.enforcement.gateway.routes.store;

import java.util.List;

/**
 * A record as it is kept.
 *
 * @param xml in the standard's form
 * @param findings ids of the rules that its check has found broken
 */
public record RecordBody(byte[] xml, List<String> findings) {}
