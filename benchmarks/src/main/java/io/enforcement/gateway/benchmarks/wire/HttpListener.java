package io.enforcement.gateway.benchmarks.wire;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A listener on loopback with one thread per connection and keep-alive. Its cost is one read, one
 * callback and one write per request, so that what it measures is the sender.
 */
public final class HttpListener implements AutoCloseable {

  /** Answers one request; called by the connection's own thread. */
  @FunctionalInterface
  public interface Handler {
    Reply handle(HttpMessage request) throws IOException;
  }

  /**
   * An answer.
   *
   * @param written called when the last byte has been handed to the system
   * @param times how often it is given to one request
   */
  public record Reply(
      int status, Map<String, String> headers, byte[] body, Runnable written, int times) {

    public static Reply of(int status, String json) {
      return new Reply(status, Map.of(), json.getBytes(StandardCharsets.UTF_8), () -> {}, 1);
    }

    public Reply then(Runnable afterwards) {
      return new Reply(status, headers, body, afterwards, times);
    }

    /** The same, said once more than anybody asked. */
    public Reply twice() {
      return new Reply(status, headers, body, written, 2);
    }
  }

  private final ServerSocket server;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final Handler handler;

  public HttpListener(String name, Handler handler) throws IOException {
    this.handler = handler;
    this.server = new ServerSocket(0, 256, InetAddress.getLoopbackAddress());
    daemon(name, this::accept);
  }

  public int port() {
    return server.getLocalPort();
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket socket = server.accept();
        open.add(socket);
        daemon(Thread.currentThread().getName() + "-" + socket.getPort(), () -> serve(socket));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      socket.setTcpNoDelay(true);
      BufferedInputStream in = new BufferedInputStream(socket.getInputStream(), 16_384);
      OutputStream out = socket.getOutputStream();
      boolean more = true;
      while (more) {
        Optional<HttpMessage> request = HttpMessage.read(in);
        more = request.isPresent() && answer(request.get(), out);
      }
    } catch (IOException senderGone) {
      // A killed sender is what the crash harness is about; its connection just ends.
    } finally {
      open.remove(socket);
    }
  }

  private boolean answer(HttpMessage request, OutputStream out) throws IOException {
    Reply reply = handler.handle(request);
    StringBuilder head = new StringBuilder(160);
    head.append("HTTP/1.1 ").append(reply.status()).append(" X\r\n");
    head.append("Content-Type: application/json\r\nContent-Length: ");
    head.append(reply.body().length).append("\r\n");
    reply.headers().forEach((n, v) -> head.append(n).append(": ").append(v).append("\r\n"));
    head.append("\r\n");
    byte[] whole = Bytes.concat(head.toString().getBytes(StandardCharsets.US_ASCII), reply.body());
    for (int i = 0; i < reply.times(); i++) {
      out.write(whole);
    }
    out.flush();
    reply.written().run();
    return !request.closes();
  }

  static void daemon(String name, Runnable work) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() throws IOException {
    server.close();
    for (Socket socket : open) {
      socket.close();
    }
  }
}
