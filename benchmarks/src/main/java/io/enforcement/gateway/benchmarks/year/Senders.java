package io.enforcement.gateway.benchmarks.year;

import io.enforcement.gateway.benchmarks.traffic.SignedRequest;
import io.enforcement.gateway.benchmarks.wire.HttpConnection;
import io.enforcement.gateway.benchmarks.year.Matter.Letter;
import io.enforcement.gateway.connectors.Secret;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/** Several connections that send one department's documents at the same time. */
final class Senders implements AutoCloseable {

  private static final String PATH = "/api/v1/exchanges/record";

  /** A gateway that asks for a pause gets one, for some minutes in all. */
  private static final Duration PAUSE = Duration.ofMillis(500);

  private static final int PATIENCE = 600;

  private final SignedRequest signature;
  private final List<HttpConnection> connections;
  private final ExecutorService threads;

  Senders(String partner, Secret secret, int port, int count) {
    signature = new SignedRequest(partner, secret);
    connections = IntStream.range(0, count).mapToObj(n -> new HttpConnection(port)).toList();
    threads = Executors.newFixedThreadPool(count);
  }

  /**
   * Sends all and returns when the last one is acknowledged.
   *
   * @throws IOException when one is not taken, and the gateway was not just busy
   */
  void send(List<Letter> letters) throws IOException, InterruptedException {
    List<Callable<Void>> parts = new ArrayList<>();
    for (int part = 0; part < connections.size(); part++) {
      int mine = part;
      parts.add(
          () -> {
            for (int i = mine; i < letters.size(); i += connections.size()) {
              send(connections.get(mine), letters.get(i));
            }
            return null;
          });
    }
    for (Future<Void> sent : threads.invokeAll(parts)) {
      try {
        sent.get();
      } catch (ExecutionException e) {
        throw new IOException(e.getCause().getMessage(), e.getCause());
      }
    }
  }

  private void send(HttpConnection connection, Letter letter) throws IOException {
    byte[] body = letter.xml().get();
    int status = post(connection, body, letter.id());
    for (int busy = 0; (status == 429 || status == 503) && busy < PATIENCE; busy++) {
      LockSupport.parkNanos(PAUSE.toNanos());
      status = post(connection, body, letter.id());
    }
    if (status != 202) {
      throw new IOException(letter.id() + " was answered with " + status);
    }
  }

  /** A signature serves once. */
  private int post(HttpConnection connection, byte[] body, String key) throws IOException {
    Map<String, String> headers = signature.headers("POST", PATH, body, key);
    headers.put("Content-Type", "application/xml");
    return connection.exchange("POST", PATH, headers, body, () -> {}).status();
  }

  @Override
  public void close() {
    threads.shutdownNow();
    connections.forEach(HttpConnection::close);
  }
}
