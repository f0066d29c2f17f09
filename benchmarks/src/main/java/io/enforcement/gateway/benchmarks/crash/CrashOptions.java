package io.enforcement.gateway.benchmarks.crash;

import io.enforcement.gateway.benchmarks.gateway.Mutant;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What a run shall do.
 *
 * @param kills that must count
 * @param seed of every random choice
 * @param rate messages a second that the senders over HTTP aim at, together
 * @param mutant planted in the gateway, to prove that the checker sees it
 */
public record CrashOptions(
    int kills, long seed, int rate, Path gatewayJar, Optional<Mutant> mutant) {}
