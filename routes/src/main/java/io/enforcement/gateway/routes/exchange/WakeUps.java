package io.enforcement.gateway.routes.exchange;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor.DiscardPolicy;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.jms.JmsException;
import org.springframework.jms.core.JmsTemplate;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;
import org.springframework.stereotype.Component;

/**
 * Sends the tokens (Claim Check) that wake the workers of a queue. A token is a wake-up, not a
 * promise: the work itself is in the store, so a token may be lost, doubled or stale. While one is
 * on its way to a queue no second one is sent; a worker that takes it finds all rows that were
 * committed before. Who has looked to the end since the last wake-up needs not look again.
 *
 * <p>One courier carries all tokens: a broker that is away or hangs holds up the courier and nobody
 * else, least of all intake. Thread-safe.
 */
@Component
public class WakeUps implements DisposableBean {

  private static final Logger LOG = LoggerFactory.getLogger(WakeUps.class);

  /**
   * A token that was not taken for so long (another node took it, or it is lost) no longer stands
   * for a new one.
   */
  private static final long STALE = TimeUnit.MILLISECONDS.toNanos(20);

  /** Text of a token that stands for attempts handed over, and for nothing in the store. */
  private static final String HANDED_OVER = "handed over";

  /** While the broker is away it is tried only once in so much time. */
  private static final long AWAY = TimeUnit.MILLISECONDS.toNanos(1000);

  private final Map<String, Long> onTheirWay = new ConcurrentHashMap<>();
  private final Set<String> seenToTheEnd = ConcurrentHashMap.newKeySet();
  private final AtomicLong awaySince = new AtomicLong(System.nanoTime() - AWAY);

  /** Tokens that the courier has not taken yet, by queue. */
  private final Map<String, String> waiting = new ConcurrentHashMap<>();

  private final ExecutorService courier;
  private final JmsTemplate jms;

  WakeUps(JmsTemplate tokens) {
    this.jms = tokens;
    this.courier =
        new ThreadPoolExecutor(
            1,
            1,
            0,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            new CustomizableThreadFactory("wake-ups-"),
            new DiscardPolicy());
  }

  /** What the courier still holds is lost: the store tells it again. */
  @Override
  public void destroy() {
    courier.shutdownNow();
  }

  /** Queue of the translation of one sender's messages. */
  public static String translateQueue(String sender) {
    return "translate." + sender;
  }

  /** Queue of the deliveries to one receiver. */
  public static String outQueue(String receiver) {
    return "out." + receiver;
  }

  /**
   * Wakes a worker of the queue to look into the store; call after the commit. A broker that is
   * away is the sweeper's business, not the caller's.
   */
  public void wake(String queue, String reason) {
    seenToTheEnd.remove(queue);
    send(queue, reason);
  }

  /** Wakes a worker of the queue to take what is handed over to it. */
  void handOver(String queue) {
    send(queue, HANDED_OVER);
  }

  private void send(String queue, String reason) {
    long now = System.nanoTime();
    Long sent = onTheirWay.get(queue);
    if (sent != null && now - sent < STALE || away()) {
      return;
    }
    onTheirWay.put(queue, now);
    // What is in the store counts more than what is handed over: who looks there finds both.
    String before =
        HANDED_OVER.equals(reason)
            ? waiting.putIfAbsent(queue, reason)
            : waiting.put(queue, reason);
    if (before == null) {
      courier.execute(() -> carry(queue));
    }
  }

  private void carry(String queue) {
    String reason = waiting.remove(queue);
    if (away()) { // each of the others would hold up the courier as long as the first
      onTheirWay.remove(queue);
      return;
    }
    try {
      jms.send(queue, session -> session.createTextMessage(reason));
    } catch (JmsException e) {
      onTheirWay.remove(queue);
      awaySince.set(System.nanoTime());
      LOG.warn("no token sent to {}: {}", queue, e.getMessage());
    }
  }

  private boolean away() {
    return System.nanoTime() - awaySince.get() < AWAY;
  }

  /** A worker took a token and is about to look at the store. */
  public void taken(String queue) {
    onTheirWay.remove(queue);
  }

  /** A worker took this token and is about to look at what it stands for. */
  void taken(String queue, String token) {
    taken(queue);
    if (!HANDED_OVER.equals(token)) {
      seenToTheEnd.remove(queue);
    }
  }

  /** A worker is about to look into the store, to the end unless it sends itself a token. */
  void looking(String queue) {
    seenToTheEnd.add(queue);
  }

  /** Whether a worker has seen the end of what waits in the store since the last wake-up. */
  boolean seenToTheEnd(String queue) {
    return seenToTheEnd.contains(queue);
  }
}
