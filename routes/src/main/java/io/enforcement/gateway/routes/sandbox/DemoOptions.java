package io.enforcement.gateway.routes.sandbox;

import java.nio.file.Path;

/**
 * What the demonstration is asked for.
 *
 * @param dataDirectory the gateway's data directory; the partners keep theirs in {@code sandbox}
 *     below it
 * @param once end when all has come to rest, instead of going on with gentle traffic
 * @param seed what chance starts from
 */
public record DemoOptions(Path dataDirectory, boolean once, long seed) {}
