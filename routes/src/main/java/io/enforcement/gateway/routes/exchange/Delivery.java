package io.enforcement.gateway.routes.exchange;

import io.enforcement.gateway.connectors.Connector;
import io.enforcement.gateway.connectors.Content;
import io.enforcement.gateway.connectors.Dispatch;
import io.enforcement.gateway.connectors.Outcome;
import io.enforcement.gateway.routes.failure.Breakers;
import io.enforcement.gateway.routes.failure.FailurePolicy;
import io.enforcement.gateway.routes.partner.Partner.Receiving;
import io.enforcement.gateway.routes.partner.PartnerCatalog;
import io.enforcement.gateway.routes.store.Attempt;
import io.enforcement.gateway.routes.store.DeliveryStore;
import io.enforcement.gateway.routes.store.DueDelivery;
import io.enforcement.gateway.routes.store.Settlement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.Body;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The steps of the deliver route: claim and commit attempts, send, commit outcomes. Thread-safe.
 */
@Component("delivery")
public class Delivery {

  private static final Logger LOG = LoggerFactory.getLogger(Delivery.class);

  /** Longer than a whole batch of attempts can last; then others take the claim for lost. */
  private static final Duration LEASE = Duration.ofMinutes(10);

  private static final byte[] NOTHING = {};

  private final Map<String, BatchSize> sizes = new ConcurrentHashMap<>();
  private final DeliveryStore store;
  private final PartnerCatalog catalog;
  private final Requests requests;
  private final Connections connections;
  private final FailurePolicy policy;
  private final Breakers breakers;
  private final WakeUps wakeUps;
  private final Node node;

  Delivery(
      DeliveryStore store,
      PartnerCatalog catalog,
      Requests requests,
      Connections connections,
      FailurePolicy policy,
      Breakers breakers,
      WakeUps wakeUps,
      Node node) {
    this.store = store;
    this.catalog = catalog;
    this.requests = requests;
    this.connections = connections;
    this.policy = policy;
    this.breakers = breakers;
    this.wakeUps = wakeUps;
    this.node = node;
  }

  /** Claims heads of lanes for the receiver; when this returns, the attempts are on disk. */
  public List<Attempt> claim(String receiver) {
    wakeUps.taken(WakeUps.outQueue(receiver));
    if (!breakers.worthClaiming(receiver)) {
      return List.of();
    }
    int limit = size(receiver).next();
    List<Attempt> attempts = store.claim(receiver, node.epoch(), limit, LEASE);
    if (attempts.size() == limit) {
      wakeUps.wake(WakeUps.outQueue(receiver), "more");
    }
    return attempts;
  }

  /**
   * Makes one attempt and judges its outcome. Always answers: what is known of the other attempts
   * of the claim must not be lost by one of them.
   */
  public Settlement send(@Body Attempt attempt) {
    DueDelivery due = attempt.delivery();
    Optional<Receiving> receiver = catalog.receiving(due.receiver(), due.exchange());
    if (receiver.isEmpty()) {
      return policy.unfit(attempt, "exchange is not in service", List.of());
    }
    if (!breakers.permits(due.receiver())) {
      return policy.postpone(attempt, Breakers.OPEN, "circuit breaker is open");
    }
    return requests.send(
        attempt, receiver.get(), (made, content) -> send(receiver.get(), made, content));
  }

  private Settlement send(Receiving receiver, Attempt attempt, Content content) {
    String partner = attempt.delivery().receiver();
    long start = System.nanoTime();
    Outcome outcome = attempt(receiver, attempt, content);
    long took = System.nanoTime() - start;
    breakers.record(partner, outcome, took);
    size(partner).attempted(took);
    return policy.judge(receiver, attempt, outcome);
  }

  /** Commits the outcomes and wakes whoever waited behind them. */
  public void settle(@Body List<Settlement> settlements) {
    if (settlements.isEmpty()) {
      return;
    }
    if (store.settle(settlements)) {
      wakeUps.wake(
          WakeUps.outQueue(settlements.get(0).attempt().delivery().receiver()), "next in lane");
    }
  }

  private Outcome attempt(Receiving receiver, Attempt attempt, Content content) {
    Connector connector = connections.connector(receiver.partner(), receiver.exchange());
    Dispatch dispatch =
        new Dispatch(attempt.delivery().id().toString(), receiver.exchange(), content);
    try {
      if (attempt.delivery().uncertain() && receiver.effect().asksFirst()) {
        return askThenSend(connector, dispatch);
      }
      return connector.send(dispatch);
    } catch (RuntimeException e) {
      // A connector that breaks its contract must not turn an unknown outcome into a known one.
      LOG.error(
          "delivery {} to {}: connector failed with {}",
          dispatch.key(),
          receiver.partner(),
          e.getClass().getName());
      return new Outcome.Ambiguous("connector failed: " + e.getClass().getSimpleName(), NOTHING);
    }
  }

  private static Outcome askThenSend(Connector connector, Dispatch dispatch) {
    return switch (connector.ask(dispatch)) {
      case FOUND -> new Outcome.Accepted("found by asking", NOTHING);
      case NOT_FOUND -> connector.send(dispatch);
      case UNKNOWN -> new Outcome.Ambiguous("the receiver cannot say whether it has it", NOTHING);
    };
  }

  private BatchSize size(String receiver) {
    return sizes.computeIfAbsent(receiver, r -> new BatchSize());
  }
}
