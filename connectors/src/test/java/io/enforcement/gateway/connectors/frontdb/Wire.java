package io.enforcement.gateway.connectors.frontdb;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;

/** The line between the gateway and a partner's database; it can break at a chosen word. */
final class Wire implements AutoCloseable {

  private static final Predicate<String> NEVER = sent -> false;

  private final ServerSocket door;
  private final int target;
  private final List<Socket> sockets = new CopyOnWriteArrayList<>();
  private volatile Predicate<String> breaksBefore = NEVER;
  private volatile Predicate<String> breaksAfter = NEVER;
  private volatile boolean broken;

  Wire(int target) throws IOException {
    this.target = target;
    door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    start(this::accept);
  }

  int port() {
    return door.getLocalPort();
  }

  /** Breaks once, before the database sees the words. */
  void breaksBefore(Predicate<String> words) {
    breaksBefore = words;
  }

  /** Breaks once, when the database has done what the words say and answers. */
  void breaksAfter(Predicate<String> words) {
    breaksAfter = words;
  }

  boolean isBroken() {
    return broken;
  }

  static boolean commit(String sent) {
    return sent.contains("COMMIT") && !sent.contains("COMMITTED");
  }

  void cut() {
    broken = true;
    breaksBefore = NEVER;
    breaksAfter = NEVER;
    sockets.forEach(Wire::close);
    sockets.clear();
  }

  private void accept() {
    while (!door.isClosed()) {
      try {
        Socket gateway = door.accept();
        Socket database = new Socket(InetAddress.getLoopbackAddress(), target);
        sockets.addAll(List.of(gateway, database));
        start(() -> carryQuestions(gateway, database));
      } catch (IOException e) {
        // Closed, or the database is down: the gateway sees it by itself.
      }
    }
  }

  private void carryQuestions(Socket gateway, Socket database) {
    boolean[] swallow = {false};
    start(() -> carryAnswers(database, gateway, swallow));
    try (InputStream in = gateway.getInputStream();
        OutputStream out = database.getOutputStream()) {
      byte[] buffer = new byte[1 << 16];
      for (int n = in.read(buffer); n > 0; n = in.read(buffer)) {
        String sent = new String(buffer, 0, n, ISO_8859_1);
        if (breaksBefore.test(sent)) {
          cut();
          return;
        }
        if (breaksAfter.test(sent)) {
          synchronized (swallow) {
            swallow[0] = true;
          }
        }
        out.write(buffer, 0, n);
      }
    } catch (IOException e) {
      // Cut.
    }
    close(database);
  }

  private void carryAnswers(Socket database, Socket gateway, boolean[] swallow) {
    try (InputStream in = database.getInputStream();
        OutputStream out = gateway.getOutputStream()) {
      byte[] buffer = new byte[1 << 16];
      for (int n = in.read(buffer); n > 0; n = in.read(buffer)) {
        synchronized (swallow) {
          if (swallow[0]) {
            cut();
            return;
          }
        }
        out.write(buffer, 0, n);
      }
    } catch (IOException e) {
      // Cut.
    }
    close(gateway);
  }

  private static void start(Runnable work) {
    Thread thread = new Thread(work, "wire");
    thread.setDaemon(true);
    thread.start();
  }

  private static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      // It is closed.
    }
  }

  @Override
  public void close() throws IOException {
    door.close();
    cut();
  }
}
