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
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;

/**
 * A partner's register that is asked over HTTP and answers at once, unless it is told to do
 * otherwise; deliveries at {@code /records} it always takes. Safe for several threads.
 */
final class AskedRegister implements AutoCloseable {

  private final List<String> questions = new CopyOnWriteArrayList<>();
  private final AtomicInteger deliveries = new AtomicInteger();
  private final ExecutorService workers = Executors.newFixedThreadPool(24);
  private final HttpServer server;
  private volatile CountDownLatch hanging = new CountDownLatch(0);
  private volatile int status = 200;
  private volatile UnaryOperator<String> answers = question -> "{}";

  AskedRegister() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 64);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(workers);
    server.createContext("/", this::handle);
    server.start();
  }

  int port() {
    return server.getAddress().getPort();
  }

  /** Answers like this, at once. */
  void answers(UnaryOperator<String> next) {
    answers = next;
    status = 200;
    wakes();
  }

  /** Answers with a status and nothing of use. */
  void fails(int next) {
    status = next;
    wakes();
  }

  /** Takes questions and says nothing until it wakes. */
  void hangs() {
    hanging = new CountDownLatch(1);
  }

  void wakes() {
    hanging.countDown();
  }

  /** The questions as they came: line, header of the sender's proof, body. */
  List<String> questions() {
    return List.copyOf(questions);
  }

  int deliveries() {
    return deliveries.get();
  }

  private void handle(HttpExchange request) throws IOException {
    try (request) {
      String body = new String(request.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      if (request.getRequestURI().getPath().equals("/records")) {
        deliveries.incrementAndGet();
        answer(request, 200, "{}");
        return;
      }
      questions.add(
          request.getRequestURI().getPath()
              + " "
              + request.getRequestHeaders().getFirst("X-App-Key")
              + " "
              + body);
      hanging.await();
      answer(request, status, status == 200 ? answers.apply(body) : "{}");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void answer(HttpExchange request, int status, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    request.getResponseHeaders().set("Content-Type", "application/json");
    request.sendResponseHeaders(status, bytes.length);
    request.getResponseBody().write(bytes);
  }

  @Override
  public void close() {
    wakes();
    server.stop(0);
    workers.shutdownNow();
  }
}
