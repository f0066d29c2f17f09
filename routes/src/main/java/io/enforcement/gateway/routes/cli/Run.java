package io.enforcement.gateway.routes.cli;

import io.enforcement.gateway.routes.DataDirectory;
import io.enforcement.gateway.routes.database.EmbeddedDatabase;
import java.io.OutputStream;
import java.io.PrintStream;
import org.springframework.boot.SpringApplication;

/**
 * One run on a data directory, and what a signal (SIGTERM, Ctrl-C) does to it: before the gateway
 * is ready the process ends at once, afterwards in order; either way nothing that outlives a
 * process is left behind. Holds the directory until it is closed.
 */
final class Run implements AutoCloseable {

  /** 128 and the number of SIGTERM, as every shell counts. */
  private static final int TOLD_TO_STOP = 143;

  private enum Stage {
    STARTING,
    READY,
    ENDED
  }

  private final DataDirectory data;
  private final Runnable last;
  private volatile Stage stage = Stage.STARTING;

  private Run(DataDirectory data, Runnable last) {
    this.data = data;
    this.last = last;
  }

  /**
   * Begins a run that the caller closes.
   *
   * @param last what a run that a signal ends has to do when everything of it is closed; it may end
   *     the process
   */
  static Run on(DataDirectory data, Runnable last) {
    Run run = new Run(data, last);
    Runtime.getRuntime().addShutdownHook(new Thread(run::giveUp, "give-up"));
    SpringApplication.getShutdownHandlers().add(run::end);
    return run;
  }

  DataDirectory data() {
    return data;
  }

  /** From now on a signal is heard by Spring, which closes the gateway in order. */
  void ready() {
    stage = Stage.READY;
  }

  /**
   * Ends a start at once. Spring would finish the start first, and say that it is ready. What the
   * rest of the start complains of while its ground is taken away is news to nobody.
   */
  private void giveUp() {
    if (stage == Stage.STARTING) {
      System.setOut(new PrintStream(OutputStream.nullOutputStream()));
      System.setErr(System.out);
      EmbeddedDatabase.giveUpAll();
      last.run();
      Runtime.getRuntime().halt(TOLD_TO_STOP);
    }
  }

  /** Runs after Spring has closed the gateway because of a signal. */
  private void end() {
    if (stage == Stage.READY) {
      EmbeddedDatabase.stopAll();
      last.run();
    }
  }

  /** A start that fails says so itself; one that was ready may be closed before Spring is done. */
  @Override
  public void close() {
    if (stage == Stage.STARTING) {
      stage = Stage.ENDED;
    }
    data.close();
  }
}
