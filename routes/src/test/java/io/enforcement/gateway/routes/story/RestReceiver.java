package io.enforcement.gateway.routes.story;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * A receiver over HTTP that takes every POST at its word: it never deduplicates, so each one is an
 * effect. {@code GET /records/{key}} tells whether it has one. Safe for several threads.
 */
final class RestReceiver implements AutoCloseable {

  /** What it does with a POST. */
  enum Manner {
    WORKS,
    FAILS_BEFORE_THE_WORK,
    FAILS_AFTER_THE_WORK,
    ANSWERS_TOO_LATE
  }

  private static final String RECORDS = "/records";

  private final List<Effect> effects = new CopyOnWriteArrayList<>();
  private final List<String> posts = new CopyOnWriteArrayList<>();
  private final List<String> questions = new CopyOnWriteArrayList<>();
  private final CountDownLatch closed = new CountDownLatch(1);
  private final ExecutorService workers = Executors.newFixedThreadPool(8);
  private final HttpServer server;
  private volatile Manner manner = Manner.WORKS;
  private volatile boolean canSay = true;

  /** One effect of one POST. */
  record Effect(String key, String body) {}

  RestReceiver() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 64);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(workers);
    server.createContext(RECORDS, this::handle);
    server.start();
  }

  int port() {
    return server.getAddress().getPort();
  }

  void behave(Manner next) {
    manner = next;
  }

  /** Whether it answers when it is asked. */
  void canSay(boolean yes) {
    canSay = yes;
  }

  /** How many effects this delivery has had. */
  long effects(String key) {
    return effects.stream().filter(e -> e.key().equals(key)).count();
  }

  List<Effect> effects() {
    return List.copyOf(effects);
  }

  long posts(String key) {
    return posts.stream().filter(key::equals).count();
  }

  long questions(String key) {
    return questions.stream().filter(key::equals).count();
  }

  private void handle(HttpExchange request) throws IOException {
    try (request) {
      if (request.getRequestMethod().equals("GET")) {
        String path = request.getRequestURI().getPath();
        tell(request, path.substring(RECORDS.length() + 1));
      } else {
        take(request);
      }
    }
  }

  private void tell(HttpExchange request, String key) throws IOException {
    questions.add(key);
    if (!canSay) {
      answer(request, 503);
    } else {
      answer(request, effects(key) > 0 ? 200 : 404);
    }
  }

  private void take(HttpExchange request) throws IOException {
    String body = new String(request.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    String key = request.getRequestHeaders().getFirst("Idempotency-Key");
    Manner now = manner;
    posts.add(key);
    if (now == Manner.FAILS_BEFORE_THE_WORK) {
      answer(request, 500);
      return;
    }
    effects.add(new Effect(key, body));
    if (now == Manner.ANSWERS_TOO_LATE) {
      loseTime();
    }
    answer(request, now == Manner.FAILS_AFTER_THE_WORK ? 500 : 201);
  }

  /** Longer than the gateway waits for this receiver. */
  private void loseTime() {
    try {
      closed.await(3_000, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void answer(HttpExchange request, int status) throws IOException {
    byte[] bytes = "{}".getBytes(StandardCharsets.UTF_8);
    request.getResponseHeaders().set("Content-Type", "application/json");
    request.sendResponseHeaders(status, bytes.length);
    request.getResponseBody().write(bytes);
  }

  @Override
  public void close() {
    closed.countDown();
    server.stop(0);
    workers.shutdownNow();
  }
}
