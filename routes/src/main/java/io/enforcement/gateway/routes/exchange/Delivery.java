package io.enforcement.gateway.routes.exchange;

import io.enforcement.gateway.connectors.Connector;
import io.enforcement.gateway.connectors.Content;
import io.enforcement.gateway.connectors.Dispatch;
import io.enforcement.gateway.connectors.Outcome;
import io.enforcement.gateway.routes.brake.DiskWatch;
import io.enforcement.gateway.routes.failure.Breakers;
import io.enforcement.gateway.routes.failure.FailurePolicy;
import io.enforcement.gateway.routes.failure.Pauses;
import io.enforcement.gateway.routes.partner.Partner.Receiving;
import io.enforcement.gateway.routes.partner.PartnerCatalog;
import io.enforcement.gateway.routes.problem.Diagnosis;
import io.enforcement.gateway.routes.store.Attempt;
import io.enforcement.gateway.routes.store.DeliveryStore;
import io.enforcement.gateway.routes.store.DueDelivery;
import io.enforcement.gateway.routes.store.Settlement;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
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

  private static final byte[] NOTHING = {};

  private static final String NOT_HELD = "the claim may be held by another process";

  private final Queue<List<Settlement>> unwritten = new ConcurrentLinkedQueue<>();
  private final DeliveryStore store;
  private final PartnerCatalog catalog;
  private final Requests requests;
  private final Connections connections;
  private final FailurePolicy policy;
  private final Breakers breakers;
  private final WakeUps wakeUps;
  private final Handover handover;
  private final Node node;
  private final Fence fence;
  private final DiskWatch disks;
  private final Pauses pauses;
  private final TrafficMeters meters;

  Delivery(
      DeliveryStore store,
      PartnerCatalog catalog,
      Requests requests,
      Connections connections,
      FailurePolicy policy,
      Breakers breakers,
      WakeUps wakeUps,
      Handover handover,
      Node node,
      Fence fence,
      DiskWatch disks,
      Pauses pauses,
      TrafficMeters meters) {
    this.store = store;
    this.catalog = catalog;
    this.requests = requests;
    this.connections = connections;
    this.policy = policy;
    this.breakers = breakers;
    this.wakeUps = wakeUps;
    this.handover = handover;
    this.node = node;
    this.fence = fence;
    this.disks = disks;
    this.pauses = pauses;
    this.meters = meters;
  }

  /**
   * Takes what was handed over, or else claims heads of lanes for the receiver; when this returns,
   * the attempts are on disk.
   */
  public List<Attempt> claim(String receiver, String token) {
    String queue = WakeUps.outQueue(receiver);
    wakeUps.taken(queue, token);
    List<Attempt> handed = handover.take(receiver);
    if (wakeUps.seenToTheEnd(queue)) {
      return handed;
    }
    if (handed.isEmpty()) {
      return claim(receiver);
    }
    wakeUps.wake(queue, "more");
    return handed;
  }

  private List<Attempt> claim(String receiver) {
    if (!disks.mayBeginWork()
        || !node.beats()
        || pauses.isPaused(receiver)
        || !breakers.worthClaiming(receiver)) {
      return List.of();
    }
    String queue = WakeUps.outQueue(receiver);
    int limit = handover.size(receiver).next();
    wakeUps.looking(queue);
    List<Attempt> attempts = store.claim(receiver, node.epoch(), limit, Handover.LEASE);
    if (attempts.size() == limit) {
      wakeUps.wake(queue, "more");
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
      return policy.unfit(attempt, FailurePolicy.NOT_IN_SERVICE, List.of());
    }
    // Permission comes last: one that nothing is sent under would keep a probe from the breaker for
    // good, and with it the receiver from everything.
    return requests.send(
        attempt,
        receiver.get(),
        (made, content) -> {
          if (!fence.lets(attempt)) {
            return policy.postpone(attempt, Duration.ZERO, NOT_HELD);
          }
          return breakers.permits(due.receiver())
              ? send(receiver.get(), made, content)
              : policy.postpone(attempt, Breakers.OPEN, "circuit breaker is open");
        });
  }

  private Settlement send(Receiving receiver, Attempt attempt, Content content) {
    String partner = attempt.delivery().receiver();
    long start = System.nanoTime();
    Outcome outcome = attempt(receiver, attempt, content);
    long took = System.nanoTime() - start;
    breakers.record(partner, outcome, took);
    meters.attempted(partner, receiver.exchange(), outcome, took);
    handover.size(partner).attempted(took);
    return policy.judge(receiver, attempt, outcome);
  }

  /**
   * Commits the outcomes and wakes whoever waited behind them. While the database is away they are
   * kept in memory: nobody else knows what became of these attempts.
   */
  public void settle(@Body List<Settlement> settlements) {
    if (settlements.isEmpty()) {
      return;
    }
    try {
      write(settlements);
    } catch (RuntimeException e) {
      if (!Diagnosis.databaseIsAway(e)) {
        throw e;
      }
      LOG.warn("{} outcomes wait for the database", settlements.size());
      unwritten.add(settlements);
    }
  }

  /** Commits the outcomes that could not be committed before. Called by one thread. */
  void settleAgain() {
    for (List<Settlement> next = unwritten.peek(); next != null; next = unwritten.peek()) {
      write(next);
      unwritten.remove();
    }
  }

  private void write(List<Settlement> settlements) {
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
        return askThenSend(connector, attempt, dispatch);
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

  private Outcome askThenSend(Connector connector, Attempt attempt, Dispatch dispatch) {
    return switch (connector.ask(dispatch)) {
      case FOUND -> new Outcome.Accepted("found by asking", NOTHING);
      case NOT_FOUND ->
          // The answer is as old as the question: somebody else may have asked and sent since.
          fence.lets(attempt)
              ? connector.send(dispatch)
              : new Outcome.Unavailable(NOT_HELD, NOTHING);
      case UNKNOWN -> new Outcome.Ambiguous("the receiver cannot say whether it has it", NOTHING);
    };
  }

  /** Gives back what was handed over and is not taken: no worker is there, or none has time. */
  void giveBack(List<Attempt> attempts) {
    settle(
        attempts.stream()
            .map(attempt -> policy.postpone(attempt, Duration.ZERO, "no worker took it"))
            .toList());
  }

  /** The workers have ended; nobody will take what is handed over. */
  @PreDestroy
  void giveBackAll() {
    giveBack(handover.takeOlderThan(Duration.ZERO));
  }
}
