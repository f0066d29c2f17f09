package io.enforcement.gateway.routes.brake;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.enforcement.gateway.routes.alarm.Alarm;
import io.enforcement.gateway.routes.alarm.AlarmSource;
import io.enforcement.gateway.routes.partner.ExchangeKey;
import io.enforcement.gateway.routes.problem.Diagnosis;
import io.enforcement.gateway.routes.problem.ProblemException;
import io.enforcement.gateway.routes.store.HoldStore;
import io.enforcement.gateway.routes.store.HoldStore.Hold;
import io.enforcement.gateway.routes.store.Reception;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Holds a sender that brings the same content again and again under new keys, as a program does
 * that runs in circles: what came is kept, the exchange takes nothing more of this sender until a
 * named person lets it go on. Its credentials and its other exchanges stay as they are. Counted in
 * memory, so of several nodes each counts for itself; the hold is everybody's. Thread-safe.
 */
@Component
public class Floods implements AlarmSource {

  private static final Logger LOG = LoggerFactory.getLogger(Floods.class);

  /** Contents that are counted at a time, a few megabytes; the least used are forgotten first. */
  private static final int CONTENTS = 20_000;

  /** Whoever is turned away comes again then. */
  private static final Duration COME_AGAIN = Duration.ofMinutes(1);

  private record Content(ExchangeKey exchange, ByteBuffer digest) {}

  private final FloodSettings settings;
  private final HoldStore store;
  private final Cache<Content, AtomicInteger> seen;
  private volatile Map<ExchangeKey, Hold> held = Map.of();

  Floods(FloodSettings settings, HoldStore store) {
    this.settings = settings;
    this.store = store;
    this.seen =
        Caffeine.newBuilder().maximumSize(CONTENTS).expireAfterWrite(settings.window()).build();
  }

  /** Whoever brings something of this exchange asks first. */
  void requireFree(ExchangeKey exchange) {
    if (held.containsKey(exchange)) {
      throw ProblemException.senderHeld(COME_AGAIN);
    }
  }

  /** Counts what came in; a repetition under its own key is none. */
  void taken(Reception reception) {
    if (reception.kind() != Reception.Kind.KEPT) {
      return;
    }
    ExchangeKey exchange = new ExchangeKey(reception.sender(), reception.exchange());
    Content content = new Content(exchange, ByteBuffer.wrap(reception.digest()));
    int keys = seen.get(content, c -> new AtomicInteger()).incrementAndGet();
    if (keys >= settings.most() && !held.containsKey(exchange)) {
      unlessAway(() -> hold(exchange, reception.digest(), keys));
    }
  }

  private void hold(ExchangeKey exchange, byte[] digest, int keys) {
    if (store.hold(exchange, digest, keys)) {
      LOG.error(
          "{} is held: the same content came under {} keys of {} within {}",
          exchange.partner(),
          keys,
          exchange.exchange(),
          settings.window());
    }
    look();
  }

  /** Looks who is held; another node, or a person, may have changed it. */
  @Scheduled(fixedDelay = 2000)
  void look() {
    unlessAway(
        () -> {
          Set<ExchangeKey> free = new HashSet<>(held.keySet());
          held = store.open().stream().collect(Collectors.toMap(Hold::key, Function.identity()));
          free.removeAll(held.keySet());
          if (!free.isEmpty()) {
            seen.asMap().keySet().removeIf(content -> free.contains(content.exchange()));
          }
        });
  }

  /** What came in is kept, whatever happens here: while the store is away nobody is held. */
  private static void unlessAway(Runnable step) {
    try {
      step.run();
    } catch (RuntimeException e) {
      if (!Diagnosis.databaseIsAway(e)) {
        throw e;
      }
    }
  }

  /**
   * Lets a sender go on.
   *
   * @return false when it is not held
   */
  public boolean release(ExchangeKey exchange, String person) {
    boolean released = store.release(exchange, person);
    look();
    return released;
  }

  @Override
  public List<Alarm> alarms() {
    return held.values().stream()
        .map(
            hold ->
                new Alarm(
                    Alarm.Kind.SENDER_HELD,
                    hold.key().partner(),
                    hold.key().exchange(),
                    hold.at(),
                    "the same content under " + hold.keys() + " keys"))
        .toList();
  }
}
