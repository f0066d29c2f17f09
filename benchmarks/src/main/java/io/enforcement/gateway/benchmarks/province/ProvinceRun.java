package io.enforcement.gateway.benchmarks.province;

import io.enforcement.gateway.benchmarks.gateway.GatewayProcess;
import io.enforcement.gateway.benchmarks.gateway.Site;
import io.enforcement.gateway.benchmarks.machine.Directories;
import io.enforcement.gateway.benchmarks.province.Acts.Act;
import io.enforcement.gateway.benchmarks.province.ProvinceReport.Portion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.stream.LongStream;

/** One run: portion after portion into the provincial tables, then the copy of all rows. */
public final class ProvinceRun {

  private static final List<String> JVM = List.of("-Xms256m", "-Xmx512m");
  private static final int QUESTIONS = 101;
  private static final Duration PATIENCE = Duration.ofMinutes(30);
  private static final long LOOK_NANOS = Duration.ofMillis(20).toNanos();

  private final ProvinceOptions options;
  private final Consumer<String> progress;
  private final Acts acts;

  /**
   * @param progress told a line for every portion
   */
  public ProvinceRun(ProvinceOptions options, Consumer<String> progress) {
    this.options = options;
    this.progress = progress;
    this.acts = new Acts(options.records());
  }

  /**
   * Runs it.
   *
   * @throws IOException when the gateway fails or does not take a portion in half an hour
   */
  public ProvinceReport run() throws IOException, SQLException {
    Path directory = Directories.temporary("province");
    Site site = new Site(directory.resolve("gateway"));
    site.set("gateway.province.enabled", "true");
    site.write();
    try (GatewayProcess gateway = new GatewayProcess(options.gatewayJar(), site.directory(), JVM)) {
      gateway.start();
      try (ProvinceBooks books = ProvinceBooks.of(site.directory())) {
        List<Portion> portions = fill(books);
        return new ProvinceReport(
            options,
            books.rows(),
            books.acts(),
            LongStream.range(0, options.records()).map(n -> acts.act(n).act()).distinct().count(),
            portions,
            copy(books, directory));
      }
    } finally {
      Directories.delete(directory);
    }
  }

  private List<Portion> fill(ProvinceBooks books) throws IOException, SQLException {
    List<Portion> portions = new ArrayList<>();
    for (int from = 0; from < options.records(); from += options.portion()) {
      int to = Math.min(options.records(), from + options.portion());
      books.keep(LongStream.range(from, to).mapToObj(acts::act).toList());
      long begun = System.nanoTime();
      while (books.hasWaiting()) {
        if (System.nanoTime() - begun > PATIENCE.toNanos()) {
          throw new IOException("records were not aggregated within " + PATIENCE);
        }
        LockSupport.parkNanos(LOOK_NANOS);
      }
      double seconds = (System.nanoTime() - begun) / 1e9;
      Portion portion = new Portion(to - from, seconds, question(books, to));
      portions.add(portion);
      progress.accept(to + " records: " + portion);
    }
    return portions;
  }

  /** Median time of looking up a decision among those that are there, in milliseconds. */
  private double question(ProvinceBooks books, int there) throws SQLException, IOException {
    double[] millis = new double[QUESTIONS];
    for (int i = 0; i < QUESTIONS; i++) {
      // Decisions have numbers that end in 0, 1, 5 or 6.
      long number = (long) there * i / QUESTIONS / 10 * 10;
      Act act = acts.act(number);
      long begun = System.nanoTime();
      int revision = books.latestRevision(act.key());
      millis[i] = (System.nanoTime() - begun) / 1e6;
      if (revision < act.revision()) {
        throw new IOException("the act " + act.key() + " is not there");
      }
    }
    Arrays.sort(millis);
    return Math.round(millis[QUESTIONS / 2] * 100) / 100.0;
  }

  private double copy(ProvinceBooks books, Path directory) throws SQLException, IOException {
    books.makeTwins();
    double seconds = 0;
    for (String table : ProvinceBooks.TABLES) {
      Path file = directory.resolve(table);
      books.export(table, file);
      long begun = System.nanoTime();
      long copied = books.copyIntoTwin(table, file);
      seconds += (System.nanoTime() - begun) / 1e9;
      progress.accept(copied + " rows of " + table + " copied");
      Files.delete(file);
    }
    return seconds;
  }
}
