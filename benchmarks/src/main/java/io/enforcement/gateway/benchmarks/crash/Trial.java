package io.enforcement.gateway.benchmarks.crash;

import io.enforcement.gateway.benchmarks.gateway.DeadlineBooks;
import io.enforcement.gateway.benchmarks.gateway.GatewayApi;
import io.enforcement.gateway.benchmarks.gateway.GatewayProcess;
import io.enforcement.gateway.benchmarks.gateway.Postmaster;
import io.enforcement.gateway.benchmarks.gateway.Site;
import io.enforcement.gateway.benchmarks.machine.Directories;
import io.enforcement.gateway.benchmarks.traffic.HousingDecision;
import io.enforcement.gateway.benchmarks.wire.HttpConnection;
import io.enforcement.gateway.benchmarks.wire.HttpMessage;
import io.enforcement.gateway.benchmarks.wire.Lines;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import tools.jackson.databind.json.JsonMapper;

/**
 * A gateway on a data directory of its own, with its far sides, senders and ledgers, from the first
 * start to the checker's judgement. What is done to it in between is the caller's business. Used by
 * one thread.
 */
public final class Trial implements AutoCloseable {

  private static final List<String> JVM = List.of("-Xmx512m");
  private static final long LOOK_MILLIS = 20;

  private final Setting setting;
  private final Consumer<String> log;
  private final Path directory;
  private final Trigger trigger = new Trigger();
  private final Site site;
  private final Parties parties;
  private final SenderLedger ledger;
  private final List<Closeable> held = new ArrayList<>();
  private GatewayProcess gateway;
  private Load load;
  private boolean proven;

  /**
   * What a trial is made of.
   *
   * @param verifier of the audit trail, which shares no code with the gateway
   * @param seed of every random choice
   * @param rate messages a second that the senders over HTTP aim at, together
   */
  public record Setting(Path gatewayJar, Path verifier, long seed, int rate) {}

  /**
   * Prepares data directory and far sides; nothing runs yet but these.
   *
   * @param lines between the gateway and its partners
   * @param log takes one line per event, for people who watch
   */
  public Trial(Setting setting, Lines lines, Consumer<String> log)
      throws IOException, SQLException {
    this.setting = setting;
    this.log = log;
    directory = Directories.temporary("trial");
    site = new Site(directory.resolve("gateway"));
    parties = new Parties(directory, site, trigger, lines);
    ledger = new SenderLedger(directory);
  }

  /** For settings of its own, before the start. */
  public Site site() {
    return site;
  }

  /** Closes this, too, when the gateway has ended and before anything is deleted. */
  public void hold(Closeable closed) {
    held.add(closed);
  }

  /** Takes what the trial leaves. */
  public Path directory() {
    return directory;
  }

  public Path dataDirectory() {
    return site.directory();
  }

  /**
   * Starts the gateway for the first time.
   *
   * @param jvm options of its JVM besides those of every trial
   */
  public void start(List<String> jvm) throws IOException {
    site.write();
    List<String> all = new ArrayList<>(JVM);
    all.addAll(jvm);
    gateway = new GatewayProcess(setting.gatewayJar(), site.directory(), all);
    log.accept("ready after " + gateway.start().toMillis() + " ms");
  }

  /** Lets the senders begin. */
  public void load() {
    load = new Load(gateway.port(), parties, ledger, trigger, setting.seed(), setting.rate());
  }

  /**
   * Starts a second gateway on the same database, with the same partners and secrets, and a
   * directory of its own for the rest. The caller closes it.
   */
  public GatewayProcess another() throws IOException {
    return another(Map.of());
  }

  /**
   * The same with variables of its own.
   *
   * @param environment for example to preload a library into it
   */
  public GatewayProcess another(Map<String, String> environment) throws IOException {
    Path other = directory.resolve("another");
    for (String part : List.of("secrets", "partners", "gateway.yaml")) {
      Directories.copy(site.directory().resolve(part), other.resolve(part));
    }
    Postmaster database = postmaster();
    String url = "jdbc:postgresql://127.0.0.1:" + database.port() + "/gateway";
    Files.writeString(
        other.resolve("gateway.yaml"),
        """
        gateway.database.url: "%s"
        gateway.database.owner.user: gateway_owner
        gateway.database.owner.password-name: database-owner
        gateway.database.runtime.user: gateway_runtime
        gateway.database.runtime.password-name: database-runtime
        gateway.audit.export: "%s"
        """
            .formatted(url, site.directory().resolve("audit")),
        StandardOpenOption.APPEND);
    GatewayProcess second = new GatewayProcess(setting.gatewayJar(), other, JVM, environment);
    log.accept("another is ready after " + second.start().toMillis() + " ms");
    return second;
  }

  /** A gateway on an installation of its own, not yet started; the caller closes it. */
  public GatewayProcess beside(Site other, List<String> jvm) throws IOException {
    List<String> all = new ArrayList<>(JVM);
    all.addAll(jvm);
    return new GatewayProcess(setting.gatewayJar(), other.directory(), all);
  }

  public GatewayProcess gateway() {
    return gateway;
  }

  public Postmaster postmaster() {
    return new Postmaster(site.directory());
  }

  /** Messages that were acknowledged within the last second. */
  public int perSecond() {
    return trigger.perSecond();
  }

  /** Records that have been acknowledged so far. */
  public int acknowledged() {
    return ledger.acknowledgedCount();
  }

  /** Waits until messages are acknowledged again, and says how long that took. */
  public Optional<Duration> awaitFlow(Duration patience) {
    long begun = System.nanoTime();
    int before = acknowledged();
    boolean flows = within(patience, () -> acknowledged() > before + 1);
    return flows ? Optional.of(Duration.ofNanos(System.nanoTime() - begun)) : Optional.empty();
  }

  /**
   * Runs something when the next such moment comes, on the very thread that sees it come.
   *
   * @param deed returns within microseconds
   * @return whether the moment came
   */
  public boolean when(Moment moment, Runnable deed, Duration patience) throws InterruptedException {
    trigger.arm(moment, 1, deed);
    return trigger.await(patience.toSeconds()).isPresent();
  }

  /** No message may meet its third death by our aim, see {@link DiedTwice}. */
  public void awaitNoThirdDeath() throws IOException, SQLException {
    DiedTwice.awaitNone(site.directory());
  }

  /**
   * A sender was given an answer that it must not get.
   *
   * @throws IOException then
   */
  public void requireSenders() throws IOException, InterruptedException {
    load.requireAlive();
  }

  /** What the file partner can do wrong. */
  public FileFaults files() {
    return new FileFaults(parties, ledger);
  }

  /** What the partner of the table can do wrong. */
  public RowFaults rows() {
    return new RowFaults(parties.rows(), ledger);
  }

  /**
   * Sends a message that is in no ledger: nobody waits for it.
   *
   * @return its id
   * @throws IOException when it is not taken
   */
  public String send(String key, int number) throws IOException {
    byte[] body = HousingDecision.of(number);
    String path = "/api/v1/exchanges/penalty-decision";
    try (HttpConnection connection = new HttpConnection(gateway.port())) {
      HttpMessage answer =
          connection.exchange(
              "POST", path, parties.housing().headers("POST", path, body, key), body, () -> {});
      if (answer.status() != 202) {
        throw new IOException("a message was answered with " + answer.status());
      }
      return JsonMapper.shared().readTree(answer.body()).path("messageId").asString();
    }
  }

  /** How the receiver of this class, A, B or C, answers from now on. */
  public void be(char effectClass, Mood mood) {
    receiver(effectClass).be(mood);
  }

  /** How often the receiver of this class has answered otherwise than well. */
  public int misbehaved(char effectClass) {
    return receiver(effectClass).fired();
  }

  /** Deliveries that have had their effect at the receiver of this class. */
  public int effects(char effectClass) {
    return receiver(effectClass).effectCount();
  }

  /** Deliveries that the receiver of class B was asked about, did not know, and then got. */
  public int sentAfterAsking() {
    return receiver('B').sentAfterAsking();
  }

  private HttpReceiver receiver(char effectClass) {
    return parties.receiver(Evidence.Receiver.valueOf(String.valueOf(effectClass)));
  }

  HttpReceiver showing() {
    return parties.a();
  }

  Trigger trigger() {
    return trigger;
  }

  /** Waits for a condition. */
  public static boolean within(Duration patience, BooleanSupplier condition) {
    long end = System.nanoTime() + patience.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end) {
        return false;
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(LOOK_MILLIS));
    }
    return true;
  }

  /** Lets the senders finish, waits for rest, and has everything checked. */
  public Judgement judge() throws IOException, SQLException, InterruptedException {
    load.stop();
    try (GatewayApi api = GatewayApi.asOperator(gateway.port(), site.directory());
        DeadlineBooks deadlines = DeadlineBooks.of(site.directory())) {
      Inquiry inquiry = new Inquiry(api, parties, ledger, deadlines);
      log.accept("at rest: " + inquiry.awaitRest());
      Books books =
          new Bookkeeping(site.directory(), setting.verifier()).drawUp(api.totals(), gateway.log());
      Judgement judgement = new Judgement(inquiry.evidence(books), ledger.duplicateCount());
      proven = judgement.holds();
      return judgement;
    }
  }

  /** Ends everything; what it leaves is kept unless the judgement was good. */
  @Override
  public void close() throws IOException {
    if (gateway != null) {
      gateway.close();
      postmaster().endOrphan();
    }
    for (Closeable each : held) {
      each.close();
    }
    parties.close();
    ledger.close();
    if (proven) {
      Directories.delete(directory);
    } else {
      log.accept("ledgers and logs are kept in " + directory);
    }
  }
}
