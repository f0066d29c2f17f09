package io.enforcement.gateway.routes.conformance;

import io.enforcement.gateway.routes.sandbox.GatewayApi;
import io.enforcement.gateway.routes.sandbox.GatewayApi.Delivery;
import io.enforcement.gateway.routes.sandbox.GatewayApi.Listed;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The running gateway as an operator asks it, with patience. Used by one thread. */
final class Gateway {

  private static final Duration LOOK = Duration.ofMillis(200);

  private final GatewayApi api;
  private final Site site;

  Gateway(GatewayApi api, Site site) {
    this.api = api;
    this.site = site;
  }

  GatewayApi api() {
    return api;
  }

  /** A condition that is looked at again and again. */
  @FunctionalInterface
  interface Condition {
    boolean isSo() throws InterruptedException;
  }

  /** Lets the far sides look for what has come until it is so; false when the time is up. */
  boolean await(Duration patience, Condition condition) throws InterruptedException {
    long end = System.nanoTime() + patience.toNanos();
    while (true) {
      site.sides().look();
      if (condition.isSo()) {
        return true;
      }
      if (System.nanoTime() > end) {
        return false;
      }
      Thread.sleep(LOOK.toMillis());
    }
  }

  /** The message of this key, once nothing more happens to it by itself. */
  Optional<Listed> settled(String partner, String exchange, String key, Duration patience)
      throws InterruptedException {
    await(patience, () -> find(partner, exchange, key).filter(Listed::settled).isPresent());
    return find(partner, exchange, key).filter(Listed::settled);
  }

  Optional<Listed> find(String partner, String exchange, String key) {
    return api.messages(partner, exchange).stream().filter(m -> m.key().equals(key)).findFirst();
  }

  /** What of a message goes to this receiver by this exchange. */
  List<Delivery> deliveries(String message, String receiver, String exchange) {
    return api.deliveries(message).orElse(List.of()).stream()
        .filter(d -> d.receiver().equals(receiver) && d.exchange().equals(exchange))
        .toList();
  }

  /** The same delivery once it is in such a state, or as it is when the time is up. */
  Delivery awaited(String message, Delivery delivery, Duration patience, Predicate<Delivery> state)
      throws InterruptedException {
    await(patience, () -> state.test(now(message, delivery)));
    return now(message, delivery);
  }

  private Delivery now(String message, Delivery delivery) {
    return api.deliveries(message).orElse(List.of()).stream()
        .filter(d -> d.key().equals(delivery.key()))
        .findFirst()
        .orElse(delivery);
  }
}
