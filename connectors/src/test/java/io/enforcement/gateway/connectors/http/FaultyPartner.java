package io.enforcement.gateway.connectors.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/** A partner that reads one request's head and body and then answers with any bytes at all. */
public final class FaultyPartner implements AutoCloseable {

  /** What it does with the connection once the request is in. */
  @FunctionalInterface
  public interface Fault {
    void on(Socket connection) throws IOException, InterruptedException;
  }

  private final ServerSocket door;
  private final AtomicInteger requests = new AtomicInteger();

  public FaultyPartner(Fault fault) throws IOException {
    door = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    Thread thread = new Thread(() -> serve(fault), "faulty-partner");
    thread.setDaemon(true);
    thread.start();
  }

  public static Fault answering(String bytes) {
    return connection ->
        connection.getOutputStream().write(bytes.getBytes(StandardCharsets.ISO_8859_1));
  }

  public String endpoint() {
    return "http://127.0.0.1:" + door.getLocalPort();
  }

  public int requests() {
    return requests.get();
  }

  private void serve(Fault fault) {
    while (!door.isClosed()) {
      try (Socket connection = door.accept()) {
        readHead(connection.getInputStream());
        requests.incrementAndGet();
        fault.on(connection);
      } catch (IOException e) {
        // The connector hung up, or the test is over.
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  private static void readHead(InputStream in) throws IOException {
    int ends = 0;
    int length = 0;
    StringBuilder head = new StringBuilder();
    while (ends < 4) {
      int c = in.read();
      if (c < 0) {
        throw new IOException("no request");
      }
      head.append((char) c);
      ends = (c == '\r' || c == '\n') ? ends + 1 : 0;
    }
    for (String line : head.toString().split("\r\n")) {
      if (line.toLowerCase().startsWith("content-length:")) {
        length = Integer.parseInt(line.substring(15).strip());
      }
    }
    in.readNBytes(length);
  }

  @Override
  public void close() {
    try {
      door.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
