package io.enforcement.gateway.routes.sandbox.farside;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * The fault switch of one partner: one behaviour for all that comes, and, for single keys, one that
 * sticks to the key. Safe for several threads.
 */
final class Switch {

  private final Set<Behaviour.Kind> supports;
  private final Map<String, Behaviour> byKey = new ConcurrentHashMap<>();
  private final CountDownLatch closed = new CountDownLatch(1);
  private volatile Behaviour general = Behaviour.ok();
  private final Deque<Behaviour> forNextKeys = new ArrayDeque<>();

  Switch(Set<Behaviour.Kind> supports) {
    this.supports = supports;
  }

  Set<Behaviour.Kind> supports() {
    return supports;
  }

  Behaviour general() {
    return general;
  }

  void general(Behaviour behaviour) {
    general = checked(behaviour);
  }

  synchronized void forNextKey(Behaviour behaviour) {
    forNextKeys.add(checked(behaviour));
  }

  /** Lets single keys behave like all others again. */
  synchronized void forgetKeys() {
    forNextKeys.clear();
    byKey.clear();
  }

  /**
   * What to do with this key.
   *
   * @param isNew the key had no effect yet: only such a one takes the behaviour that waits for one
   */
  synchronized Behaviour forKey(String key, boolean isNew) {
    boolean free = isNew && !byKey.containsKey(key) && general.kind() == Behaviour.Kind.OK;
    if (free && !forNextKeys.isEmpty()) {
      byKey.put(key, forNextKeys.poll());
    }
    return byKey.getOrDefault(key, general);
  }

  /** Thinks for as long as the behaviour says, or until the partner closes. */
  void think(Behaviour behaviour) {
    if (behaviour.delay().isZero()) {
      return;
    }
    try {
      closed.await(behaviour.delay().toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  void close() {
    closed.countDown();
  }

  private Behaviour checked(Behaviour behaviour) {
    if (!supports.contains(behaviour.kind())) {
      throw new IllegalArgumentException("this partner can be switched to " + supports + " only");
    }
    return behaviour;
  }
}
