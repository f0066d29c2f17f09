package io.enforcement.gateway.benchmarks.crash;

import io.enforcement.gateway.benchmarks.crash.Evidence.Receiver;
import io.enforcement.gateway.benchmarks.wire.HttpListener;
import io.enforcement.gateway.benchmarks.wire.HttpListener.Reply;
import io.enforcement.gateway.benchmarks.wire.HttpMessage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.json.JsonMapper;

/**
 * A receiver over HTTP of class A (does the work once per key), B (does it each time, answers
 * whether it knows a key) or C (does it each time). Its ledger has the intent before and the effect
 * after; both are on disk before the reply.
 */
final class HttpReceiver implements AutoCloseable {

  private static final String INTENT = "INTENT";
  private static final String EFFECT = "EFFECT";
  private static final String REPEAT = "REPEAT";
  private static final String ASKED = "ASKED";
  private static final String REFUSED = "REFUSED";
  private static final Reply DONE = Reply.of(200, "{\"status\":\"OK\"}");

  private final Receiver kind;
  private final Trigger trigger;
  private final Ledger ledger;
  private final HttpListener listener;
  private final AtomicInteger fired = new AtomicInteger();
  private volatile Mood mood = Mood.WELL;
  private final Set<String> known = ConcurrentHashMap.newKeySet();
  private final Set<String> again = ConcurrentHashMap.newKeySet();
  private final Set<String> askedInVain = ConcurrentHashMap.newKeySet();
  private final AtomicInteger sentAfterAsking = new AtomicInteger();

  HttpReceiver(Receiver kind, Path directory, Trigger trigger) throws IOException {
    this.kind = kind;
    this.trigger = trigger;
    this.ledger = new Ledger(directory.resolve(kind.partner() + ".ledger"));
    this.listener = new HttpListener(kind.partner(), this::handle);
  }

  int port() {
    return listener.port();
  }

  /** From now on it answers like this. */
  void be(Mood now) {
    mood = now;
  }

  /** How often it has answered otherwise than well. */
  int fired() {
    return fired.get();
  }

  private Reply handle(HttpMessage request) {
    return request.method().equals("GET") ? asked(request) : taken(request);
  }

  private Reply asked(HttpMessage request) {
    String key = request.target().substring(request.target().lastIndexOf('/') + 1);
    boolean found = known.contains(key);
    if (!found) {
      askedInVain.add(key);
    }
    again.add(key);
    ledger.append(ASKED, key, found ? "FOUND" : "MISSING");
    return found ? DONE : Reply.of(404, "{}");
  }

  private Reply taken(HttpMessage request) {
    String key = request.headers().get("idempotency-key");
    String record = JsonMapper.shared().readTree(request.body()).path("record").asString();
    Mood now = mood;
    if (now == Mood.REFUSES && known.contains(key)) {
      // What it did before it fell into this mood it has done.
      now = Mood.WELL;
    }
    if (now != Mood.WELL) {
      fired.incrementAndGet();
    }
    if (now == Mood.REFUSES) {
      ledger.append(REFUSED, key, record);
      return now.answer();
    }
    if (now == Mood.DENIES) {
      return now.answer();
    }
    ledger.append(INTENT, key, record);
    trigger.at(Moment.ATTEMPTING, key);
    if (askedInVain.remove(key)) {
      sentAfterAsking.incrementAndGet();
    }
    boolean first = known.add(key);
    if (!first) {
      again.add(key);
    }
    ledger.append(first || kind != Receiver.A ? EFFECT : REPEAT, key, record);
    if (now != Mood.WELL) {
      return now.answer();
    }
    // Only A and B can show afterwards that an answer was lost: the key comes back.
    return kind == Receiver.A ? DONE.then(() -> trigger.at(Moment.ANSWERED, key)) : DONE;
  }

  /** Whether a delivery came back with this key, or was asked about. */
  boolean cameAgain(String key) {
    return again.contains(key);
  }

  /** How many deliveries came after it was asked for them and did not know them. */
  int sentAfterAsking() {
    return sentAfterAsking.get();
  }

  /** How many deliveries have had their effect. */
  int effectCount() {
    return known.size();
  }

  /** Records in the order of their effects. */
  List<String> effects() throws IOException {
    List<String> records = new ArrayList<>();
    for (String[] line : ledger.lines()) {
      if (line[0].equals(EFFECT)) {
        records.add(line[2]);
      }
    }
    return records;
  }

  /** Records that it has refused, and did nothing about. */
  Set<String> refusals() throws IOException {
    Set<String> records = new HashSet<>();
    for (String[] line : ledger.lines()) {
      if (line[0].equals(REFUSED)) {
        records.add(line[2]);
      }
    }
    return records;
  }

  @Override
  public void close() throws IOException {
    listener.close();
    ledger.close();
  }
}
