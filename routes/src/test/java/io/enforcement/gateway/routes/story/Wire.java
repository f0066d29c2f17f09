package io.enforcement.gateway.routes.story;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The wire between the gateway and one partner. It can be cut, and it can lose one answer: the
 * request arrives and does its work, the answer never comes back. Safe for several threads.
 */
final class Wire implements AutoCloseable {

  private final int target;
  private final int port;
  private final ExecutorService pumps =
      Executors.newCachedThreadPool(
          task -> {
            Thread thread = new Thread(task, "story-wire");
            thread.setDaemon(true);
            return thread;
          });
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final AtomicReference<String> loseAnswerTo = new AtomicReference<>();
  private final AtomicInteger lost = new AtomicInteger();
  private ServerSocket door;

  Wire(int target) {
    this.target = target;
    door = listen(0);
    port = door.getLocalPort();
  }

  int port() {
    return port;
  }

  /** Loses the answer to the next request that holds these words. */
  void losesTheAnswerTo(String words) {
    loseAnswerTo.set(words);
  }

  /** How many answers were lost so far: a fault that did not bite proves nothing. */
  int lost() {
    return lost.get();
  }

  /** Nobody can connect any more, and whoever is connected is cut off. */
  synchronized void cut() {
    if (door != null) {
      close(door);
      door = null;
      open.forEach(Wire::reset);
    }
  }

  synchronized void mend() {
    if (door == null) {
      door = listen(port);
    }
    loseAnswerTo.set(null);
  }

  private ServerSocket listen(int wanted) {
    try {
      ServerSocket next = new ServerSocket();
      next.setReuseAddress(true);
      next.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), wanted), 64);
      pumps.execute(() -> accept(next));
      return next;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void accept(ServerSocket from) {
    while (!from.isClosed()) {
      try {
        connect(from.accept());
      } catch (IOException e) {
        // The door was closed, or the partner itself cannot be reached: the next caller tries.
      }
    }
  }

  private void connect(Socket client) throws IOException {
    open.add(client);
    try {
      Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
      open.add(server);
      AtomicReference<String> losing = new AtomicReference<>();
      pumps.execute(() -> pump(client, server, bytes -> watch(bytes, losing)));
      pumps.execute(() -> pump(server, client, bytes -> loses(losing)));
    } catch (IOException e) {
      reset(client);
      throw e;
    }
  }

  /** Decides whether the bytes may pass. */
  private interface Gate {
    boolean passes(byte[] bytes);
  }

  private boolean watch(byte[] bytes, AtomicReference<String> losing) {
    String words = loseAnswerTo.get();
    if (words != null && new String(bytes, StandardCharsets.ISO_8859_1).contains(words)) {
      losing.set(words);
      loseAnswerTo.set(null);
    }
    return true;
  }

  private boolean loses(AtomicReference<String> losing) {
    if (losing.get() == null) {
      return true;
    }
    lost.incrementAndGet();
    return false;
  }

  private void pump(Socket from, Socket to, Gate gate) {
    byte[] buffer = new byte[64 * 1024];
    try {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        if (!gate.passes(java.util.Arrays.copyOf(buffer, n))) {
          break;
        }
        out.write(buffer, 0, n);
        out.flush();
      }
    } catch (IOException e) {
      // Either side hung up.
    } finally {
      reset(from);
      reset(to);
      open.remove(from);
      open.remove(to);
    }
  }

  private static void reset(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      // It is gone already.
    }
  }

  private static void close(ServerSocket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    cut();
    pumps.shutdownNow();
  }
}
