/**
 * What the harnesses send: realistic, invented, numbered, deterministic from a seed, and signed as
 * a partner signs. Start reading at {@link io.enforcement.gateway.benchmarks.traffic.Numbered}.
 */
package io.enforcement.gateway.benchmarks.traffic;
