package io.enforcement.gateway.benchmarks.load;

import io.enforcement.gateway.benchmarks.traffic.Numbered;
import io.enforcement.gateway.benchmarks.wire.HttpListener;
import io.enforcement.gateway.benchmarks.wire.HttpListener.Reply;
import io.enforcement.gateway.benchmarks.wire.HttpMessage;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLong;

/**
 * All receivers of a run: receiver {@code n} listens at path {@code /n}. Notes when each message
 * had reached the last of its receivers; first arrivals count, repeats do not. Thread-safe.
 */
final class Arrivals implements AutoCloseable {

  /** More than any run sends. */
  private static final int CAPACITY = 1 << 21;

  private static final Reply TAKEN = Reply.of(200, "{\"status\":\"OK\"}");
  private static final Reply FAILED = Reply.of(500, "{}");

  private final HttpListener listener = new HttpListener("receiver", this::take);
  private final AtomicIntegerArray seen = new AtomicIntegerArray(CAPACITY);
  private final long[] arrived = new long[CAPACITY];
  private final Set<Integer> poison = ConcurrentHashMap.newKeySet();
  private final AtomicLong refusals = new AtomicLong();
  private final AtomicLong complete = new AtomicLong();
  private volatile int receivers = 1;
  private volatile Semaphore window = new Semaphore(0);

  Arrivals() throws IOException {}

  /** The base address of a receiver. */
  String address(int receiver) {
    return "http://127.0.0.1:" + listener.port() + "/" + receiver;
  }

  /**
   * Begins a pass.
   *
   * @param count receivers that each message goes to
   * @param inFlight gets a permit back for each message that has arrived everywhere
   */
  void begin(int count, Semaphore inFlight) {
    receivers = count;
    window = inFlight;
    complete.set(0);
  }

  /** Every receiver fails for this message from now on. */
  void poison(int number) {
    poison.add(number);
  }

  /** How often a poisoned message was tried. */
  long refusals() {
    return refusals.get();
  }

  /** Messages of this pass that have reached all their receivers. */
  long complete() {
    return complete.get();
  }

  /** When the message had reached its last receiver ({@code System.nanoTime}), 0 before. */
  long at(int number) {
    return all(seen.get(number)) ? arrived[number] : 0;
  }

  private boolean all(int mask) {
    return Integer.bitCount(mask) >= receivers;
  }

  private Reply take(HttpMessage request) {
    long now = System.nanoTime();
    int number = Numbered.in(request.body());
    if (number < 0 || number >= CAPACITY) {
      return Reply.of(400, "{}");
    }
    if (poison.contains(number)) {
      refusals.incrementAndGet();
      return FAILED;
    }
    note(number, 1 << (request.target().charAt(1) - '0'), now);
    return TAKEN;
  }

  private void note(int number, int bit, long now) {
    if ((seen.get(number) & bit) == 0) {
      arrived[number] = now;
    }
    int before = seen.getAndUpdate(number, mask -> mask | bit);
    if ((before & bit) == 0 && all(before | bit)) {
      complete.incrementAndGet();
      window.release();
    }
  }

  @Override
  public void close() throws IOException {
    listener.close();
  }
}
