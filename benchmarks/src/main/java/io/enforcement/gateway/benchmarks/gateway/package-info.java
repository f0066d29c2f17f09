/**
 * The gateway as an operator meets it: a data directory, a jar, a process, an API. All that the
 * harnesses know of it is here, and it is what the manual says; no class of the application is
 * used. Start reading at {@link io.enforcement.gateway.benchmarks.gateway.GatewayProcess}.
 */
package io.enforcement.gateway.benchmarks.gateway;
