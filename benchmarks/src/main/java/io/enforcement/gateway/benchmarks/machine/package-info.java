/**
 * The machine under the measurement: child processes, their CPU and heap, and databases that really
 * write to disk. Knows nothing of messages. Start reading at {@link
 * io.enforcement.gateway.benchmarks.machine.ChildProcess}.
 */
package io.enforcement.gateway.benchmarks.machine;
