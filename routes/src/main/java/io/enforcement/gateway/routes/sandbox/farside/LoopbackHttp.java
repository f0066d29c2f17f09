package io.enforcement.gateway.routes.sandbox.farside;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A small HTTP server on loopback that can be taken off the net and put back under the same port.
 * Safe for several threads.
 */
final class LoopbackHttp implements AutoCloseable {

  static final int LARGEST_BODY = 4 * 1024 * 1024;

  private final HttpHandler handler;
  private final ExecutorService workers;
  private final int port;
  private HttpServer server;

  LoopbackHttp(String name, HttpHandler handler) {
    this.handler = handler;
    workers = Executors.newFixedThreadPool(8, DaemonThreads.named(name));
    server = bind(0);
    port = server.getAddress().getPort();
  }

  int port() {
    return port;
  }

  /** Off the net: connections are refused and open ones are cut. */
  synchronized void down() {
    if (server != null) {
      server.stop(0);
      server = null;
    }
  }

  /** Back on the net, under the port that it always had. */
  synchronized void up() {
    if (server == null) {
      server = bind(port);
    }
  }

  private HttpServer bind(int wanted) {
    try {
      HttpServer bound =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), wanted), 64);
      bound.setExecutor(workers);
      bound.createContext("/", this::handle);
      bound.start();
      return bound;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot listen on loopback", e);
    }
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      handler.handle(exchange);
    }
  }

  static byte[] body(HttpExchange exchange) throws IOException {
    return exchange.getRequestBody().readNBytes(LARGEST_BODY + 1);
  }

  static String header(HttpExchange exchange, String name) {
    String value = exchange.getRequestHeaders().getFirst(name);
    return value == null ? "" : value;
  }

  static void answer(HttpExchange exchange, int status, String type, String text)
      throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    if (bytes.length > 0) {
      exchange.getResponseBody().write(bytes);
    }
  }

  static void json(HttpExchange exchange, int status, Object value) throws IOException {
    answer(exchange, status, "application/json", Json.MAPPER.writeValueAsString(value));
  }

  @Override
  public void close() {
    down();
    workers.shutdownNow();
  }
}
