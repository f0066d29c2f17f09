/**
 * Parts under JMH: what translation, validation and binding of one record cost. Start reading at
 * {@link io.enforcement.gateway.benchmarks.jmh.TranslationBenchmark}.
 */
package io.enforcement.gateway.benchmarks.jmh;
