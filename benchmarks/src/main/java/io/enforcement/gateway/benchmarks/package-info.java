/**
 * {@code benchmarks.jar}: {@code jmh} measures parts, {@code load} the whole beside its peers in
 * one run, {@code crash} kills the gateway under load and counts from outside. Nothing here is part
 * of the gateway, and nothing of the gateway knows of it. Start reading at {@link
 * io.enforcement.gateway.benchmarks.Benchmarks}.
 */
package io.enforcement.gateway.benchmarks;
