package io.enforcement.gateway.benchmarks.crash;

import io.enforcement.gateway.benchmarks.gateway.Mutant;
import java.util.Optional;

/**
 * What a run shall do.
 *
 * @param trial what it is done to
 * @param kills that must count
 * @param mutant planted in the gateway, to prove that the checker sees it
 */
public record CrashOptions(Trial.Setting trial, int kills, Optional<Mutant> mutant) {}
