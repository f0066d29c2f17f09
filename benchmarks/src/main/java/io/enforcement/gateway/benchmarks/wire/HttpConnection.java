package io.enforcement.gateway.benchmarks.wire;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;

/**
 * One keep-alive connection to a server on loopback; connects anew when the server said that it
 * closes it, or may have closed it because nothing was asked for a while. Used by one thread.
 */
public final class HttpConnection implements AutoCloseable {

  private static final int TIMEOUT_MILLIS = 30_000;

  /** After so long a server may be about to close it, and a request would meet its end. */
  private static final long IDLE_NANOS = Duration.ofSeconds(20).toNanos();

  private final int port;
  private long usedAt;
  private Socket socket;
  private BufferedInputStream in;

  public HttpConnection(int port) {
    this.port = port;
  }

  /**
   * Sends one request and waits for the reply.
   *
   * @param sent called when the last byte of the request has been handed to the system
   * @throws IOException when the connection failed; whether the request was taken is then unknown
   */
  public HttpMessage exchange(
      String method, String target, Map<String, String> headers, byte[] body, Runnable sent)
      throws IOException {
    byte[] request = Bytes.concat(head(method, target, headers, body.length), body);
    try {
      connect();
      socket.getOutputStream().write(request);
      sent.run();
      HttpMessage reply =
          HttpMessage.read(in).orElseThrow(() -> new EOFException("closed before the reply"));
      if (reply.closes()) {
        close();
      }
      return reply;
    } catch (IOException e) {
      close();
      throw e;
    }
  }

  private void connect() throws IOException {
    if (socket != null && System.nanoTime() - usedAt > IDLE_NANOS) {
      close();
    }
    usedAt = System.nanoTime();
    if (socket != null) {
      return;
    }
    Socket fresh = new Socket();
    fresh.setTcpNoDelay(true);
    fresh.setSoTimeout(TIMEOUT_MILLIS);
    fresh.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), TIMEOUT_MILLIS);
    socket = fresh;
    in = new BufferedInputStream(fresh.getInputStream(), 8192);
  }

  private byte[] head(String method, String target, Map<String, String> headers, int length) {
    StringBuilder head = new StringBuilder(512);
    head.append(method).append(' ').append(target).append(" HTTP/1.1\r\nHost: 127.0.0.1:");
    head.append(port).append("\r\nContent-Length: ").append(length).append("\r\n");
    headers.forEach((n, v) -> head.append(n).append(": ").append(v).append("\r\n"));
    return head.append("\r\n").toString().getBytes(StandardCharsets.US_ASCII);
  }

  @Override
  public void close() {
    if (socket == null) {
      return;
    }
    try {
      socket.close();
    } catch (IOException alreadyGone) {
      // Nothing is lost: the next exchange opens a new one.
    }
    socket = null;
  }
}
