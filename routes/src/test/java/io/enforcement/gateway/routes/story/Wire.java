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
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntSupplier;

/**
 * The wire between the gateway and one partner. It can be cut, and it can lose one answer: the
 * request arrives and does its work, the answer never comes back. Safe for several threads.
 */
final class Wire implements AutoCloseable {

  /** How PostgreSQL answers to a statement that wrote a row. */
  private static final String WRITTEN = "INSERT 0";

  private final IntSupplier target;
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
  private final AtomicReference<String> loseAnswerThatSays = new AtomicReference<>();
  private final AtomicBoolean loseAnswers = new AtomicBoolean();
  private final AtomicInteger lost = new AtomicInteger();
  private ServerSocket door;

  Wire(int target) {
    this(() -> target);
  }

  /**
   * @param target asked for each connection: who restarts may be elsewhere afterwards
   */
  Wire(IntSupplier target) {
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

  /**
   * Loses the next answer that holds these words, on a connection that writes: the partner did the
   * work, and nobody hears of it.
   */
  void losesTheAnswerThatSays(String words) {
    loseAnswerThatSays.set(words);
  }

  /** Loses every answer until it is mended, also of what nobody can read on the way. */
  void losesAnswers() {
    loseAnswers.set(true);
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
    loseAnswerThatSays.set(null);
    loseAnswers.set(false);
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
      Socket server = new Socket(InetAddress.getLoopbackAddress(), target.getAsInt());
      open.add(server);
      AtomicBoolean losing = new AtomicBoolean();
      AtomicBoolean writes = new AtomicBoolean();
      pumps.execute(() -> pump(client, server, bytes -> watch(bytes, losing)));
      pumps.execute(() -> pump(server, client, bytes -> comesBack(bytes, losing, writes)));
    } catch (IOException e) {
      reset(client);
      throw e;
    }
  }

  /** Decides whether the bytes may pass. */
  private interface Gate {
    boolean passes(String bytes);
  }

  private boolean watch(String bytes, AtomicBoolean losing) {
    String words = loseAnswerTo.get();
    if (words != null && bytes.contains(words) && loseAnswerTo.compareAndSet(words, null)) {
      losing.set(true);
    }
    return true;
  }

  private boolean comesBack(String bytes, AtomicBoolean losing, AtomicBoolean writes) {
    writes.compareAndSet(false, bytes.contains(WRITTEN));
    String words = loseAnswerThatSays.get();
    if (words != null
        && writes.get()
        && bytes.contains(words)
        && loseAnswerThatSays.compareAndSet(words, null)) {
      losing.set(true);
    }
    if (loseAnswers.get()) {
      losing.set(true);
    }
    if (losing.get()) {
      lost.incrementAndGet();
    }
    return !losing.get();
  }

  private void pump(Socket from, Socket to, Gate gate) {
    byte[] buffer = new byte[64 * 1024];
    try {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        if (!gate.passes(new String(buffer, 0, n, StandardCharsets.ISO_8859_1))) {
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
