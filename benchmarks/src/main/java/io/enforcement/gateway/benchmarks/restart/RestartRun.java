package io.enforcement.gateway.benchmarks.restart;

import io.enforcement.gateway.benchmarks.gateway.GatewayApi;
import io.enforcement.gateway.benchmarks.gateway.GatewayProcess;
import io.enforcement.gateway.benchmarks.gateway.MeasuredPartners;
import io.enforcement.gateway.benchmarks.gateway.Postmaster;
import io.enforcement.gateway.benchmarks.gateway.Site;
import io.enforcement.gateway.benchmarks.machine.Directories;
import io.enforcement.gateway.benchmarks.traffic.HousingDecision;
import io.enforcement.gateway.benchmarks.traffic.SignedRequest;
import io.enforcement.gateway.benchmarks.wire.HttpConnection;
import io.enforcement.gateway.benchmarks.wire.HttpListener;
import io.enforcement.gateway.benchmarks.wire.HttpListener.Reply;
import io.enforcement.gateway.benchmarks.wire.HttpMessage;
import io.enforcement.gateway.benchmarks.wire.TcpProxy;
import io.enforcement.gateway.benchmarks.wire.TcpProxy.Fault;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/**
 * Queues deliveries to a receiver that is away, kills the gateway, and starts it again with the
 * receiver back. Used by one thread.
 */
public final class RestartRun {

  private static final String SENDER = "restart-sender";
  private static final String RECEIVER = "restart-receiver";
  private static final String PATH = "/api/v1/exchanges/penalty-decision";

  /** Nothing is parked while the queue is filled, and nothing waits long after the start. */
  private static final int RUNGS = 500;

  private static final String RUNG = "PT5S";
  private static final int SENDERS = 8;
  private static final long PATIENCE_SECONDS = 3600;
  private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

  private final Path gatewayJar;
  private final int wanted;
  private final Consumer<String> log;
  private final Set<String> arrived = ConcurrentHashMap.newKeySet();
  private final AtomicLong first = new AtomicLong();

  /**
   * @param wanted deliveries to be queued
   * @param log takes one line per event, for people who watch
   */
  public RestartRun(Path gatewayJar, int wanted, Consumer<String> log) {
    this.gatewayJar = gatewayJar;
    this.wanted = wanted;
    this.log = log;
  }

  /** Runs it; 100,000 take some minutes to be queued. */
  public RestartReport run() throws IOException, InterruptedException {
    Path directory = Directories.temporary("restart");
    Site site = new Site(directory.resolve("gateway"));
    try (HttpListener receiver = new HttpListener(RECEIVER, this::taken);
        TcpProxy line = new TcpProxy(RECEIVER, receiver.port())) {
      SignedRequest signature = prepare(site, line.port());
      line.set(Fault.REFUSED);
      try (GatewayProcess gateway =
          new GatewayProcess(gatewayJar, site.directory(), List.of("-Xmx512m"))) {
        gateway.start();
        long begun = System.nanoTime();
        fill(gateway.port(), signature);
        long queued = awaitTranslated(gateway.port(), site.directory());
        Duration filled = since(begun);
        log.accept(queued + " queued after " + filled.toSeconds() + " s");
        gateway.kill();
        line.set(Fault.NONE);
        return restart(gateway, queued, filled);
      } finally {
        new Postmaster(site.directory()).endOrphan();
      }
    } finally {
      Directories.delete(directory);
    }
  }

  private static SignedRequest prepare(Site site, int port) throws IOException {
    SignedRequest signature = MeasuredPartners.sender(site, SENDER);
    String address = "http://127.0.0.1:" + port + "/records";
    String mapping = "{\"number\": .punishFileNum}";
    MeasuredPartners.receiver(site, RECEIVER, address, mapping, Collections.nCopies(RUNGS, RUNG));
    site.write();
    return signature;
  }

  private Reply taken(HttpMessage request) {
    first.compareAndSet(0, System.nanoTime());
    arrived.add(request.headers().get("idempotency-key"));
    return Reply.of(200, "{\"status\":\"OK\"}");
  }

  private void fill(int port, SignedRequest signature) throws IOException, InterruptedException {
    AtomicInteger next = new AtomicInteger();
    ExecutorService threads = Executors.newFixedThreadPool(SENDERS);
    List<Future<?>> senders = new ArrayList<>();
    for (int i = 0; i < SENDERS; i++) {
      senders.add(threads.submit(() -> send(port, signature, next)));
    }
    threads.shutdown();
    for (Future<?> sender : senders) {
      try {
        sender.get();
      } catch (ExecutionException e) {
        throw new IOException("a sender gave up: " + e.getCause().getMessage(), e);
      }
    }
  }

  private Void send(int port, SignedRequest signature, AtomicInteger next) throws IOException {
    try (HttpConnection connection = new HttpConnection(port)) {
      for (int i = next.incrementAndGet(); i <= wanted; i = next.incrementAndGet()) {
        byte[] body = HousingDecision.of(i);
        int status = post(connection, signature, body, i);
        while (status == 429 || status == 503) {
          LockSupport.parkNanos(LOOK_NANOS);
          status = post(connection, signature, body, i);
        }
        if (status / 100 != 2) {
          throw new IOException("a message was answered with " + status);
        }
      }
    }
    return null;
  }

  private static int post(HttpConnection connection, SignedRequest signature, byte[] body, int i)
      throws IOException {
    Map<String, String> headers = signature.headers("POST", PATH, body, "restart-" + i);
    return connection.exchange("POST", PATH, headers, body, () -> {}).status();
  }

  private long awaitTranslated(int port, Path dataDirectory) throws IOException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    try (GatewayApi api = GatewayApi.asOperator(port, dataDirectory)) {
      while (System.nanoTime() < end) {
        long open = api.totals().path("receivers").path(RECEIVER).path("open").asLong();
        if (open >= wanted) {
          return open;
        }
        LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(1));
      }
    }
    throw new IOException("the messages are not translated");
  }

  private RestartReport restart(GatewayProcess gateway, long queued, Duration filled)
      throws IOException {
    arrived.clear();
    first.set(0);
    long begun = System.nanoTime();
    Duration ready = gateway.start();
    log.accept("ready after " + ready.toMillis() + " ms");
    long end = begun + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (arrived.size() < queued && System.nanoTime() < end) {
      LockSupport.parkNanos(LOOK_NANOS);
    }
    Duration drained = since(begun);
    Duration firstDelivery = Duration.ofNanos(Math.max(0, first.get() - begun));
    return new RestartReport(queued, filled, ready, firstDelivery, drained, arrived.size());
  }

  private static Duration since(long begun) {
    return Duration.ofNanos(System.nanoTime() - begun);
  }
}
