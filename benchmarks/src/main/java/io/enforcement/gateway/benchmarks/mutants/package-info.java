/**
 * What the mutants do inside a gateway process. Loaded there by the agent, never by the gateway;
 * knows the gateway's classes by name only. Start reading at the rules, {@code mutants/*.btm}.
 */
package io.enforcement.gateway.benchmarks.mutants;
