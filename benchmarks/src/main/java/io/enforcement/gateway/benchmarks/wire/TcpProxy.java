package io.enforcement.gateway.benchmarks.wire;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * A line on loopback that fails when it is told to, and counts how often it did. What it is told
 * holds for the bytes that come afterwards, of connections old and new. Thread-safe.
 */
public final class TcpProxy implements AutoCloseable {

  private static final int CONNECT_MILLIS = 5_000;
  private static final int BUFFER = 16_384;
  private static final int SEGMENT = 1_460;
  private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

  private final ServerSocket server;
  private volatile int target;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final AtomicInteger fired = new AtomicInteger();
  private volatile Fault fault = Fault.NONE;
  private volatile Runnable deed = () -> {};

  /**
   * What is wrong with a line.
   *
   * @param refused whoever connects is reset, and all connections are
   * @param silent nothing comes through and nothing is told
   * @param delay of each piece that is late
   * @param oneIn of so many pieces one is late, at random
   * @param upBytes after so many towards the far side a connection is reset; negative: never
   * @param downBytes the same towards the gateway
   * @param piece so many bytes at most are passed on at a time
   * @param halfClosed the far side's end is passed on to the gateway after its first request
   */
  public record Fault(
      boolean refused,
      boolean silent,
      Duration delay,
      int oneIn,
      int upBytes,
      int downBytes,
      int piece,
      boolean halfClosed) {

    public static final Fault NONE =
        new Fault(false, false, Duration.ZERO, 1, -1, -1, BUFFER, false);
    public static final Fault REFUSED =
        new Fault(true, false, Duration.ZERO, 1, -1, -1, BUFFER, false);
    public static final Fault SILENT =
        new Fault(false, true, Duration.ZERO, 1, -1, -1, BUFFER, false);
    public static final Fault HALF_CLOSED =
        new Fault(false, false, Duration.ZERO, 1, -1, -1, BUFFER, true);

    /** Slow, and in small pieces. */
    public static Fault slow(Duration delay, int piece) {
      return new Fault(false, false, delay, 1, -1, -1, piece, false);
    }

    /** What is left of lost packets when TCP has repaired them: some pieces come late. */
    public static Fault lossy(Duration repair, int oneIn) {
      return new Fault(false, false, repair, oneIn, -1, -1, SEGMENT, false);
    }

    /** Cut in the middle of what the gateway says. */
    public static Fault cutUp(int bytes) {
      return new Fault(false, false, Duration.ZERO, 1, bytes, -1, BUFFER, false);
    }

    /** Cut in the middle of what the far side answers. */
    public static Fault cutDown(int bytes) {
      return new Fault(false, false, Duration.ZERO, 1, -1, bytes, BUFFER, false);
    }
  }

  /** A line to a port on loopback. */
  public TcpProxy(String name, int target) throws IOException {
    this.target = target;
    this.server = new ServerSocket(0, 256, InetAddress.getLoopbackAddress());
    HttpListener.daemon("line-" + name, this::accept);
  }

  public int port() {
    return server.getLocalPort();
  }

  /** From now on this is wrong with it. */
  public void set(Fault now) {
    fault = now;
    if (now.refused()) {
      for (Socket socket : open) {
        cut(socket);
      }
    }
  }

  /** Runs this when the next connection is cut in the middle, right before it is reset. */
  public void atNextCut(Runnable once) {
    deed = once;
  }

  /** From now on new connections end there. */
  public void lead(int port) {
    target = port;
  }

  /** How often a fault met a connection or a piece of one. */
  public int fired() {
    return fired.get();
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket near = server.accept();
        if (fault.refused()) {
          cut(near);
        } else {
          String name = Thread.currentThread().getName() + "-" + near.getPort();
          HttpListener.daemon(name, () -> connect(name, near));
        }
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void connect(String name, Socket near) {
    Socket far = new Socket();
    open.add(near);
    open.add(far);
    try {
      near.setTcpNoDelay(true);
      far.setTcpNoDelay(true);
      far.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), target), CONNECT_MILLIS);
      HttpListener.daemon(name + "-down", () -> pass(far, near, false));
      pass(near, far, true);
    } catch (IOException unreachable) {
      close(near);
      close(far);
    }
  }

  /** Passes on what comes, until one side ends or the fault cuts it. */
  private void pass(Socket from, Socket to, boolean up) {
    byte[] buffer = new byte[BUFFER];
    Fault known = Fault.NONE;
    int passed = 0;
    try {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        awaitVoice(from);
        Fault now = fault;
        if (now != known) {
          known = now;
          passed = 0;
        }
        int limit = up ? now.upBytes() : now.downBytes();
        int left = limit < 0 ? n : Math.min(n, limit - passed);
        pieces(now, buffer, left, out);
        passed += left;
        if (left < n) {
          fired.incrementAndGet();
          deed.run();
          deed = () -> {};
          cut(from);
          cut(to);
          return;
        }
        if (now.halfClosed() && up) {
          fired.incrementAndGet();
          from.shutdownOutput();
        }
      }
      to.shutdownOutput();
    } catch (IOException gone) {
      close(from);
      close(to);
    } finally {
      open.remove(from);
    }
  }

  private void awaitVoice(Socket from) {
    if (fault.silent()) {
      fired.incrementAndGet();
    }
    while (fault.silent() && !from.isClosed()) {
      LockSupport.parkNanos(LOOK_NANOS);
    }
  }

  private void pieces(Fault now, byte[] buffer, int length, OutputStream out) throws IOException {
    for (int at = 0; at < length; at += now.piece()) {
      if (!now.delay().isZero() && ThreadLocalRandom.current().nextInt(now.oneIn()) == 0) {
        fired.incrementAndGet();
        LockSupport.parkNanos(now.delay().toNanos());
      }
      out.write(buffer, at, Math.min(now.piece(), length - at));
      out.flush();
    }
  }

  /** A reset, not an end: nobody is told that all has been said. */
  private void cut(Socket socket) {
    if (fault.refused()) {
      fired.incrementAndGet();
    }
    try {
      socket.setSoLinger(true, 0);
    } catch (IOException closedAlready) {
      // Then there is nothing left to cut.
    }
    close(socket);
  }

  private static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException alreadyGone) {
      // What matters is that it does not carry anything any more.
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
    for (Socket socket : open) {
      close(socket);
    }
  }
}
