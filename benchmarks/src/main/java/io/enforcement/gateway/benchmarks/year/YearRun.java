package io.enforcement.gateway.benchmarks.year;

import io.enforcement.gateway.benchmarks.gateway.DeadlineBooks;
import io.enforcement.gateway.benchmarks.gateway.DeadlineBooks.Held;
import io.enforcement.gateway.benchmarks.gateway.GatewayApi;
import io.enforcement.gateway.benchmarks.gateway.GatewayProcess;
import io.enforcement.gateway.benchmarks.gateway.Site;
import io.enforcement.gateway.benchmarks.machine.Directories;
import io.enforcement.gateway.benchmarks.machine.JvmProbe;
import io.enforcement.gateway.benchmarks.year.Matter.Expected;
import io.enforcement.gateway.benchmarks.year.Matter.Letter;
import io.enforcement.gateway.benchmarks.year.YearReport.Stretch;
import io.enforcement.gateway.connectors.Secret;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * One run: a gateway whose clock begins a year ago, day after day what arrives on it, and at the
 * end the comparison.
 */
public final class YearRun {

  private static final String SENDER = "year-sender";
  private static final String SENDER_YAML =
      """
      partner: year-sender
      name: { zh: 模拟年度发送方, en: Sender of a year }
      credentials: year-sender
      sends:
        - exchange: record
          via: rest
          accepts: [application/xml]
          translator: provinceRecordToStandard
      quota: { messagesPerSecond: 100000 }
      """;

  private static final List<String> JVM = List.of("-Xms256m", "-Xmx512m");
  private static final int STRETCHES = 10;
  private static final int QUESTIONS = 21;
  private static final Duration PATIENCE = Duration.ofMinutes(30);

  private final YearOptions options;
  private final Consumer<String> progress;
  private final LocalDate first = LocalDate.now(LegalDays.CHINA).minusDays(Matters.DAYS);
  private final List<Stretch> stretches = new ArrayList<>();

  /**
   * @param progress told a line for every tenth of the year
   */
  public YearRun(YearOptions options, Consumer<String> progress) {
    this.options = options;
    this.progress = progress;
  }

  /**
   * Runs it; some ten minutes for every 50,000 conversations.
   *
   * @throws IOException when the gateway fails or does not take a document
   */
  public YearReport run() throws IOException, SQLException, InterruptedException {
    long begun = System.nanoTime();
    List<Expected> expected = new ArrayList<>();
    List<List<Letter>> days = days(expected);
    Path directory = Directories.temporary("year");
    Site site = new Site(directory.resolve("gateway"));
    Secret secret = new Secret(site.secret(SENDER));
    site.partnerFile(SENDER, "partner.yaml", SENDER_YAML);
    site.activate(SENDER, Map.of());
    site.clockAhead(Duration.between(Instant.now(), morning(-1)));
    site.write();
    try (GatewayProcess gateway = new GatewayProcess(options.gatewayJar(), site.directory(), JVM)) {
      gateway.start();
      try (GatewayApi api = GatewayApi.asOperator(gateway.port(), site.directory());
          DeadlineBooks books = DeadlineBooks.of(site.directory());
          JvmProbe probe = JvmProbe.attach(gateway.pid());
          Senders senders = new Senders(SENDER, secret, gateway.port(), options.senders())) {
        year(days, api, books, probe, senders);
        Instant end = morning(Matters.DAYS);
        api.moveClock(end);
        until(() -> books.untold(end) == 0, "overdue deadlines are not told");
        List<String> differences = differences(expected, books.all(Matters.NUMBER), end);
        return new YearReport(
            options,
            days.stream().mapToInt(List::size).sum(),
            expected.size(),
            differences,
            List.copyOf(stretches),
            Duration.ofNanos(System.nanoTime() - begun));
      }
    } finally {
      Directories.delete(directory);
    }
  }

  private List<List<Letter>> days(List<Expected> expected) {
    List<List<Letter>> days =
        IntStream.range(0, Matters.DAYS).<List<Letter>>mapToObj(d -> new ArrayList<>()).toList();
    Matters matters = new Matters(first, options.seed());
    for (int number = 1; number <= options.conversations(); number++) {
      Matter matter = matters.matter(number);
      matter.letters().forEach(letter -> days.get(letter.day()).add(letter));
      expected.addAll(matter.deadlines());
    }
    return days;
  }

  private void year(
      List<List<Letter>> days, GatewayApi api, DeadlineBooks books, JvmProbe probe, Senders senders)
      throws IOException, SQLException, InterruptedException {
    long begun = System.nanoTime();
    int sent = 0;
    for (int day = 0; day < Matters.DAYS; day++) {
      api.moveClock(morning(day));
      senders.send(days.get(day));
      sent += days.get(day).size();
      boolean last = day == Matters.DAYS - 1;
      if (last || (day + 1) * STRETCHES / Matters.DAYS > day * STRETCHES / Matters.DAYS) {
        until(() -> books.waiting() == 0, "records are not followed");
        double seconds = (System.nanoTime() - begun) / 1e9;
        Stretch stretch =
            new Stretch(
                sent / seconds,
                books.open(),
                books.over(),
                question(api),
                probe.peakHeapSinceLastCall() >> 20);
        stretches.add(stretch);
        progress.accept("day " + (day + 1) + ": " + stretch);
        sent = 0;
        begun = System.nanoTime();
      }
    }
  }

  /** Median time of the question, in milliseconds. */
  private static double question(GatewayApi api) throws IOException {
    double[] millis = new double[QUESTIONS];
    for (int i = 0; i < QUESTIONS; i++) {
      long begun = System.nanoTime();
      api.deadlinesDueSoon();
      millis[i] = (System.nanoTime() - begun) / 1e6;
    }
    Arrays.sort(millis);
    return Math.round(millis[QUESTIONS / 2] * 10) / 10.0;
  }

  private static List<String> differences(
      List<Expected> expected, Map<String, List<Held>> held, Instant end) {
    List<String> differences = new ArrayList<>();
    for (Expected each : expected) {
      String key = DeadlineBooks.key(each.number(), each.rule());
      boolean overdue = each.state().equals("OPEN") && !each.due().isAfter(end);
      Held wanted = new Held(each.due(), each.state(), overdue);
      List<Held> found = held.getOrDefault(key, List.of());
      if (found.size() != 1 || !same(found.get(0), wanted)) {
        differences.add(key + ": " + found + " instead of " + wanted);
      }
    }
    return differences;
  }

  /** Whether a late one was told before its answer came depends on the hour. */
  private static boolean same(Held found, Held wanted) {
    return found.due().equals(wanted.due())
        && found.state().equals(wanted.state())
        && (!found.state().equals("OPEN") || found.told() == wanted.told());
  }

  /** Early in that day of the year. */
  private Instant morning(int day) {
    return first.plusDays(day).atTime(8, 0).atZone(LegalDays.CHINA).toInstant();
  }

  private interface Condition {
    boolean holds() throws SQLException;
  }

  private static void until(Condition condition, String otherwise)
      throws IOException, SQLException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.holds()) {
      if (System.nanoTime() > end) {
        throw new IOException(otherwise + " within " + PATIENCE);
      }
      LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
    }
  }
}
