package io.enforcement.gateway.routes.sandbox.farside;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The line between two gateways, with a box on it that passes requests on. It can be cut, and the
 * box can lose documents and say that they were received: the one fault that no receipt shows. Safe
 * for several threads.
 */
public final class Line implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /** What belongs to one connection, and is not passed on. */
  private static final Set<String> OF_THE_HOP =
      Set.of("connection", "content-length", "host", "upgrade", "http2-settings", "keep-alive");

  private final URI target;
  private final HttpClient client = HttpClients.plain();
  private final LoopbackHttp server = new LoopbackHttp("line", this::pass);
  private final AtomicInteger toLose = new AtomicInteger();
  private final AtomicInteger lost = new AtomicInteger();
  private volatile String words = "";

  /**
   * @param target where the other end is, for example {@code http://127.0.0.1:8080}
   */
  public Line(URI target) {
    this.target = target;
  }

  /** The near end. */
  public int port() {
    return server.port();
  }

  /** Connections are refused and open ones are cut. */
  public void cut() {
    server.down();
  }

  public void mend() {
    server.up();
  }

  /** Loses the next documents that hold these words, and says that they were received. */
  public void loses(int documents, String holding) {
    words = holding;
    toLose.set(documents);
  }

  /** How many documents were lost so far. */
  public int lost() {
    return lost.get();
  }

  private void pass(HttpExchange exchange) throws IOException {
    byte[] body = LoopbackHttp.body(exchange);
    if (isLost(body)) {
      lost.incrementAndGet();
      LoopbackHttp.answer(exchange, 202, "application/json", "{\"exchange\":\"record\"}");
      return;
    }
    try {
      HttpResponse<byte[]> answer =
          client.send(request(exchange, body), HttpResponse.BodyHandlers.ofByteArray());
      LoopbackHttp.answer(
          exchange,
          answer.statusCode(),
          answer.headers().firstValue("Content-Type").orElse("application/octet-stream"),
          new String(answer.body(), StandardCharsets.UTF_8));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean isLost(byte[] body) {
    return toLose.get() > 0
        && new String(body, StandardCharsets.UTF_8).contains(words)
        && toLose.getAndUpdate(left -> Math.max(0, left - 1)) > 0;
  }

  private HttpRequest request(HttpExchange exchange, byte[] body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(target.resolve(exchange.getRequestURI())).timeout(PATIENCE);
    exchange
        .getRequestHeaders()
        .forEach(
            (name, values) -> {
              if (!OF_THE_HOP.contains(name.toLowerCase(Locale.ROOT))) {
                values.forEach(value -> request.header(name, value));
              }
            });
    return request
        .method(exchange.getRequestMethod(), HttpRequest.BodyPublishers.ofByteArray(body))
        .build();
  }

  @Override
  public void close() {
    server.close();
  }
}
