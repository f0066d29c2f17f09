package io.enforcement.gateway.routes.cli.validate;

import java.io.Console;
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
   * A bar that shows itself only when somebody looks at the terminal.
   *
   * @param total bytes of all files
   */
  static Progress on(PrintStream terminal, long total) {
    return new Progress(isWatched(System.console()), terminal, total);
  }

  // Up to Java 21 there is a console only where there is a terminal; later ones must be asked.
  private static boolean isWatched(Console console) {
    try {
      return console != null && (boolean) Console.class.getMethod("isTerminal").invoke(console);
    } catch (NoSuchMethodException e) {
      return true;
    } catch (ReflectiveOperationException e) {
      return false;
    }
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
