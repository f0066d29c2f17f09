package io.enforcement.gateway.routes.sandbox;

import java.nio.file.Path;
import java.time.Duration;

/**
 * What the demonstration is asked for.
 *
 * @param dataDirectory the gateway's data directory; the partners keep theirs in {@code sandbox}
 *     below it
 * @param once end when all has come to rest, instead of going on with gentle traffic
 * @param seed what chance starts from
 * @param departments let the departments of the city take part, too; it takes about a minute longer
 * @param patience how long the traffic may take to come to rest
 */
public record DemoOptions(
    Path dataDirectory, boolean once, long seed, boolean departments, Duration patience) {}
