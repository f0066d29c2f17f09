package io.enforcement.gateway.benchmarks.machine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * System calls of running processes, and of those that they start, fail as long as this is open:
 * {@code strace} puts the error there. Needs the right to trace them. Used by one thread.
 */
public final class FailingCalls implements AutoCloseable {

  private static final String INJECTED = "(INJECTED)";
  private static final long END_SECONDS = 10;

  private final Process tracer;
  private final Path told;

  private FailingCalls(Process tracer, Path told) {
    this.tracer = tracer;
    this.told = told;
  }

  /**
   * Lets these calls fail from now on.
   *
   * @param calls names with commas, for example {@code fsync,fdatasync}
   * @param error for example {@code EIO}
   * @param told takes what failed
   * @throws IOException when there is no strace
   */
  public static FailingCalls of(List<Long> processes, String calls, String error, Path told)
      throws IOException {
    List<String> command = new ArrayList<>(List.of("strace", "-f", "-qq", "-o", told.toString()));
    command.addAll(List.of("-e", "trace=" + calls, "-e", "inject=" + calls + ":error=" + error));
    processes.forEach(pid -> command.addAll(List.of("-p", pid.toString())));
    Process tracer =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    return new FailingCalls(tracer, told);
  }

  /** How many have failed so far. */
  public int fired() throws IOException {
    if (!Files.exists(told)) {
      return 0;
    }
    try (var lines = Files.lines(told)) {
      return (int) lines.filter(line -> line.contains(INJECTED)).count();
    }
  }

  /** Lets go of the processes. */
  @Override
  public void close() throws IOException {
    tracer.destroy();
    try {
      if (!tracer.waitFor(END_SECONDS, TimeUnit.SECONDS)) {
        tracer.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }
}
