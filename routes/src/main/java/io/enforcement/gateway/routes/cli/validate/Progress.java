package io.enforcement.gateway.routes.cli.validate;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** A bar on the terminal that tells how far a long check has come. Used by one thread. */
final class Progress implements AutoCloseable {

  private static final int WIDTH = 30;
  private static final long EVERY_NANOS = TimeUnit.MILLISECONDS.toNanos(200);

  private final boolean shown;
  private final PrintStream terminal;
  private final long total;

  private long before;
  private long inFile;
  private long records;
  private long last = System.nanoTime();
  private boolean drawn;

  private Progress(boolean shown, PrintStream terminal, long total) {
    this.shown = shown;
    this.terminal = terminal;
    this.total = Math.max(1, total);
  }

  /**
   * @param shown whether somebody looks at the terminal
   * @param total bytes of all files
   */
  static Progress on(boolean shown, PrintStream terminal, long total) {
    return new Progress(shown, terminal, total);
  }

  void begin(Path file) {
    before += inFile;
    inFile = 0;
  }

  /** Bytes of the present file that have been read. */
  void read(long bytes) {
    inFile = bytes;
  }

  void record() {
    records++;
    if (shown && System.nanoTime() - last > EVERY_NANOS) {
      last = System.nanoTime();
      draw();
    }
  }

  private void draw() {
    double share = Math.min(1, (double) (before + inFile) / total);
    int full = (int) (share * WIDTH);
    terminal.printf(
        "\r[%s%s] %3d %% %,d",
        "#".repeat(full), ".".repeat(WIDTH - full), (int) (share * 100), records);
    terminal.flush();
    drawn = true;
  }

  /** Takes the bar away. */
  @Override
  public void close() {
    if (drawn) {
      terminal.print("\r" + " ".repeat(WIDTH + 30) + "\r");
      terminal.flush();
      drawn = false;
    }
  }
}
