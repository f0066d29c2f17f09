package io.enforcement.gateway.benchmarks.machine;

import java.io.IOException;

/** Signals that Java cannot send. */
public enum Signal {
  /** Freezes a process. */
  STOP,
  /** Lets a frozen process go on. */
  CONT,
  KILL;

  /**
   * Sends it.
   *
   * @throws IOException when there is no such process
   */
  public void to(long pid) throws IOException {
    Process kill =
        new ProcessBuilder("kill", "-" + name(), Long.toString(pid))
            .redirectErrorStream(true)
            .start();
    try {
      if (kill.waitFor() != 0) {
        throw new IOException("process " + pid + " takes no " + name());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while sending " + name(), e);
    }
  }
}
