/**
 * The gateway beside the naive flows: alternating passes of the same load on the same machine in
 * one run. A message counts when its last receiver has it. Start reading at {@link
 * io.enforcement.gateway.benchmarks.load.LoadRun}.
 */
package io.enforcement.gateway.benchmarks.load;
