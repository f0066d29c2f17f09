/**
 * The fault matrix: each row is a scenario that breaks something real under load, proves that it
 * was broken, and leaves the judgement to the checker of {@link
 * io.enforcement.gateway.benchmarks.crash}. Knows the gateway by its processes, files and
 * interfaces, and by the names in the rules of {@code faults/*.btm}. Start reading at {@link
 * io.enforcement.gateway.benchmarks.faults.FaultRun}.
 */
package io.enforcement.gateway.benchmarks.faults;
