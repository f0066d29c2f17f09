package io.enforcement.gateway.benchmarks.gateway;

import io.enforcement.gateway.benchmarks.machine.ChildProcess;
import io.enforcement.gateway.benchmarks.wire.HttpConnection;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.locks.LockSupport;

/** The gateway's jar as a process on one data directory; may be killed and started again. */
public final class GatewayProcess implements AutoCloseable {

  private static final Duration START = Duration.ofSeconds(300);
  private static final long LOOK_NANOS = Duration.ofMillis(100).toNanos();

  private final Path jar;
  private final Path directory;
  private final List<String> jvm;
  private final Map<String, String> environment;
  private final int port = freePort();
  private final int managementPort = freePort();
  private volatile ChildProcess process;

  /**
   * @param jvm options of its JVM
   */
  public GatewayProcess(Path jar, Path directory, List<String> jvm) throws IOException {
    this(jar, directory, jvm, Map.of());
  }

  /**
   * @param jvm options of its JVM
   * @param environment variables of its own
   */
  public GatewayProcess(Path jar, Path directory, List<String> jvm, Map<String, String> environment)
      throws IOException {
    if (!Files.isRegularFile(jar)) {
      throw new IOException(
          "there is no gateway jar at " + jar + "; build it or name it by option");
    }
    this.jar = jar;
    this.directory = directory;
    this.jvm = List.copyOf(jvm);
    this.environment = Map.copyOf(environment);
  }

  /**
   * Starts it and waits until it says that it is ready.
   *
   * @return how long that took
   */
  public Duration start() throws IOException {
    return tryStart()
        .orElseThrow(() -> new IOException("the gateway did not become ready, see " + log()));
  }

  /** Starts it; empty when it ended before it was ready. */
  public Optional<Duration> tryStart() throws IOException {
    long begun = System.nanoTime();
    List<String> arguments = new ArrayList<>(jvm);
    arguments.addAll(List.of("-jar", jar.toString(), "serve"));
    arguments.addAll(List.of("--data-dir", directory.toString()));
    arguments.addAll(List.of("--port", Integer.toString(port)));
    arguments.addAll(List.of("--management-port", Integer.toString(managementPort)));
    process = ChildProcess.java(arguments, log(), false, environment);
    while (!ready()) {
      if (!process.alive() || System.nanoTime() - begun > START.toNanos()) {
        return Optional.empty();
      }
      LockSupport.parkNanos(LOOK_NANOS);
    }
    return Optional.of(Duration.ofNanos(System.nanoTime() - begun));
  }

  /** Whether it says that it can work. */
  public boolean ready() {
    return healthy("readiness");
  }

  /** Whether it says that it need not be started again. */
  public boolean live() {
    return healthy("liveness");
  }

  private boolean healthy(String group) {
    try (HttpConnection connection = new HttpConnection(managementPort)) {
      return connection
              .exchange("GET", "/actuator/health/" + group, Map.of(), new byte[0], () -> {})
              .status()
          == 200;
    } catch (IOException notYet) {
      return false;
    }
  }

  /** What it prints, over all its starts. */
  public Path log() {
    return directory.resolveSibling(directory.getFileName() + ".log");
  }

  public int port() {
    return port;
  }

  public long pid() {
    return process.pid();
  }

  public boolean alive() {
    return process != null && process.alive();
  }

  /** Its exit code, or empty while it runs. */
  public OptionalInt exitCode() {
    return process.exitCode();
  }

  /** Waits for its end; false when it still runs after so many seconds. */
  public boolean awaitEnd(long seconds) throws InterruptedException {
    return process.awaitEnd(seconds);
  }

  /** SIGTERM, without waiting for it. */
  public void signalEnd() {
    process.signalEnd();
  }

  /** SIGKILL, without waiting for it. */
  public void signalKill() {
    process.signalKill();
  }

  /** SIGKILL; returns when the process is gone. */
  public void kill() throws InterruptedException {
    process.kill();
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  @Override
  public void close() {
    if (process != null) {
      process.close();
    }
  }
}
