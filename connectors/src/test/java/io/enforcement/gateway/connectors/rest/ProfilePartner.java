package io.enforcement.gateway.connectors.rest;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.enforcement.gateway.connectors.ConnectorSettings;
import io.enforcement.gateway.connectors.Secret;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A partner that remembers what it was sent, and whose clock and ours can be moved. */
final class ProfilePartner extends Clock implements AutoCloseable {

  static final Secret SECRET = new Secret("invented-密");

  /** One request as it came. */
  record Call(String line, Map<String, String> headers, String body) {}

  /** What it answers to a request. */
  @FunctionalInterface
  interface Answering {
    Answer to(Call call);
  }

  record Answer(int status, String body) {}

  final List<Call> calls = new CopyOnWriteArrayList<>();
  volatile Answering answering = call -> new Answer(200, "{}");
  volatile Instant now = Instant.ofEpochMilli(1_763_780_400_000L);
  private final HttpServer server;
  private final ExecutorService workers = Executors.newCachedThreadPool();

  ProfilePartner() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(workers);
    server.createContext("/", this::handle);
    server.start();
  }

  RestConnector connector(String... settings) {
    return new RestConnector(settings(settings), this);
  }

  OutboxSource outbox(String... settings) {
    return new OutboxSource(settings(settings));
  }

  private ConnectorSettings settings(String... settings) {
    Map<String, String> values = new HashMap<>();
    values.put("endpoint", "http://127.0.0.1:" + server.getAddress().getPort());
    values.put("allow-loopback", "true");
    values.put("credentials", "sharing");
    for (int i = 0; i < settings.length; i += 2) {
      values.put(settings[i], settings[i + 1]);
    }
    return new ConnectorSettings("sharing", values, name -> SECRET);
  }

  Call last() {
    return calls.get(calls.size() - 1);
  }

  /** How many requests went to a path. */
  long callsTo(String path) {
    return calls.stream().filter(call -> call.line().endsWith(" " + path)).count();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      Map<String, String> headers = new HashMap<>();
      exchange
          .getRequestHeaders()
          .forEach((name, all) -> headers.put(name.toLowerCase(Locale.ROOT), all.get(0)));
      Call call =
          new Call(
              exchange.getRequestMethod() + " " + exchange.getRequestURI(),
              headers,
              new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
      calls.add(call);
      Answer answer = answering.to(call);
      byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(answer.status(), bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  @Override
  public Instant instant() {
    return now;
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    throw new UnsupportedOperationException("instants only");
  }

  @Override
  public void close() {
    server.stop(0);
    workers.shutdownNow();
  }
}
