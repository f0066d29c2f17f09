package io.enforcement.gateway.benchmarks.faults;

import io.enforcement.gateway.benchmarks.crash.Trial;
import io.enforcement.gateway.benchmarks.gateway.CrashPoints;
import io.enforcement.gateway.benchmarks.gateway.GatewayApi;
import io.enforcement.gateway.benchmarks.gateway.GatewayProcess;
import io.enforcement.gateway.benchmarks.gateway.Mutant;
import io.enforcement.gateway.benchmarks.machine.Tmpfs;
import io.enforcement.gateway.benchmarks.wire.TcpProxy;
import io.enforcement.gateway.benchmarks.wire.TcpProxy.Fault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Where scenarios are played: a trial whose lines to all partners can be cut, whose small volumes
 * can be filled, and whose process can be ended at a point. Used by one thread.
 */
final class Stage implements AutoCloseable {

  /** After a fault is over, messages must be acknowledged again within this time. */
  private static final Duration RECOVERY = Duration.ofSeconds(60);

  /** The first translation of a process on a loaded machine takes seconds by itself. */
  private static final Duration DELIVERY = Duration.ofSeconds(120);

  private static final int VOLUME_MEGABYTES = 48;

  /** Halves what a start costs; a process that is about to be killed need not become fast. */
  private static final List<String> QUICK_START =
      List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

  private final Trial trial;
  private final Map<String, TcpProxy> lines = new HashMap<>();
  private final Random random;
  private final boolean shortened;
  private final Consumer<String> log;
  private final Optional<Tmpfs> audit;
  private CrashPoints points;
  private List<String> classes = List.of();

  Stage(Trial.Setting setting, boolean shortened, Consumer<String> log)
      throws IOException, SQLException {
    this.shortened = shortened;
    this.log = log;
    this.random = new Random(setting.seed());
    this.trial = new Trial(setting, this::lay, log);
    this.audit = volume("audit", VOLUME_MEGABYTES);
  }

  /** Puts a small volume of its own under a folder of the data directory, where that is allowed. */
  Optional<Tmpfs> volume(String folder, int megabytes) throws IOException {
    Optional<Tmpfs> volume = Tmpfs.mount(dataDirectory().resolve(folder), megabytes);
    volume.ifPresent(trial::hold);
    return volume;
  }

  private int lay(String partner, int port) throws IOException {
    TcpProxy line = new TcpProxy(partner, port);
    lines.put(partner, line);
    return line.port();
  }

  /** Starts the gateway under load. */
  void open() throws IOException {
    start(List.of());
    trial.load();
    requireFlow();
    requireDeliveries();
  }

  /** The same with a gateway that is broken on purpose. */
  void open(Mutant mutant) throws IOException, SQLException {
    start(mutant.plant(trial.directory()));
    if (mutant != Mutant.EDITED_EVENT) {
      mutant.plant(trial.postmaster());
    }
    trial.load();
    requireFlow();
    requireDeliveries();
  }

  private void start(List<String> mutant) throws IOException {
    points = CrashPoints.plant(trial.directory());
    List<String> jvm = new ArrayList<>(QUICK_START);
    jvm.addAll(classes);
    jvm.addAll(points.jvm(mutant));
    trial.start(jvm);
  }

  /**
   * Lets every start from now on find its classes parsed and checked: worth it before many of them.
   * The gateway is started and told to stop once for that, without a rule and without load.
   */
  void rehearse() throws IOException, InterruptedException {
    Path archive = trial.directory().resolve("classes.jsa");
    trial.site().write();
    List<String> jvm = new ArrayList<>(QUICK_START);
    jvm.add("-XX:ArchiveClassesAtExit=" + archive);
    try (GatewayProcess once = trial.beside(trial.site(), jvm)) {
      log.accept("rehearsal: ready after " + once.start().toMillis() + " ms");
      once.signalEnd();
      once.awaitEnd(RECOVERY.toSeconds());
    }
    if (Files.exists(archive)) {
      classes = List.of("-XX:SharedArchiveFile=" + archive);
    }
  }

  Trial trial() {
    return trial;
  }

  CrashPoints points() {
    return points;
  }

  Random random() {
    return random;
  }

  /** Whether scenarios shall take as little time as they can. */
  boolean shortened() {
    return shortened;
  }

  void tell(String line) {
    log.accept(line);
  }

  /** The volume of exported checkpoints; empty where this account may mount nothing. */
  Optional<Tmpfs> auditVolume() {
    return audit;
  }

  Path dataDirectory() {
    return trial.dataDirectory();
  }

  TcpProxy line(String partner) {
    return lines.get(partner);
  }

  /** All lines to receivers over HTTP. */
  List<String> receivers() {
    return List.of("crash-a", "crash-b", "crash-c");
  }

  /** Leads the line to a partner somewhere else; its connections are cut. */
  void lead(String partner, int port) {
    TcpProxy line = line(partner);
    line.lead(port);
    line.set(Fault.REFUSED);
    line.set(Fault.NONE);
  }

  /**
   * Lets a line fail for a while, and until the fault has met something.
   *
   * @return how often it has
   */
  int during(String partner, Fault fault, Duration time) throws InterruptedException {
    TcpProxy line = line(partner);
    int before = line.fired();
    line.set(fault);
    Thread.sleep(time.toMillis());
    Trial.within(RECOVERY, () -> line.fired() > before);
    line.set(Fault.NONE);
    return line.fired() - before;
  }

  /**
   * Messages are acknowledged again.
   *
   * @return after how long
   * @throws IOException when they are not
   */
  Duration requireFlow() throws IOException {
    return trial
        .awaitFlow(RECOVERY)
        .orElseThrow(
            () -> new IOException("nothing is acknowledged " + RECOVERY.toSeconds() + " s after"));
  }

  /**
   * Messages reach a receiver again, not only us.
   *
   * @return after how long
   * @throws IOException when they do not
   */
  Duration requireDeliveries() throws IOException {
    long begun = System.nanoTime();
    int before = trial.effects('A');
    if (!Trial.within(DELIVERY, () -> trial.effects('A') > before)) {
      throw new IOException("nothing is delivered " + DELIVERY.toSeconds() + " s after");
    }
    return Duration.ofNanos(System.nanoTime() - begun);
  }

  /** Lines of the gateway's log with this text, over all its starts. */
  long complaints(String text) {
    try (Stream<String> lines = Files.lines(trial.gateway().log())) {
      return lines.filter(line -> line.contains(text)).count();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Signs in as a person. */
  GatewayApi api() throws IOException {
    return GatewayApi.asOperator(trial.gateway().port(), trial.dataDirectory());
  }

  @Override
  public void close() throws IOException {
    try {
      trial.close();
    } finally {
      for (TcpProxy line : lines.values()) {
        line.close();
      }
    }
  }
}
