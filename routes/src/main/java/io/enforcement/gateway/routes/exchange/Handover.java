package io.enforcement.gateway.routes.exchange;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import io.enforcement.gateway.routes.broker.BrokerSettings;
import io.enforcement.gateway.routes.failure.Breakers;
import io.enforcement.gateway.routes.failure.Pauses;
import io.enforcement.gateway.routes.partner.EffectClass;
import io.enforcement.gateway.routes.partner.PartnerCatalog;
import io.enforcement.gateway.routes.store.Attempt;
import io.enforcement.gateway.routes.store.ClaimsInHand;
import io.enforcement.gateway.routes.store.NewClaim;
import io.enforcement.gateway.routes.store.NewDelivery;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * The short way from translation to delivery. A receiver that has nothing else to do gets the first
 * attempts of new deliveries committed together with them, and its worker makes them without asking
 * the store what is due. As soon as anything of it may wait in the store, everything new waits
 * there too, until the worker has seen the end of it: nothing starves behind the short way.
 * Thread-safe.
 */
@Component
class Handover {

  /** Longer than a whole batch of attempts can last; then others take the claim for lost. */
  static final Duration LEASE = Duration.ofMinutes(10);

  private final NoArgGenerator ids = Generators.timeBasedEpochGenerator();
  private final Map<String, Hand> handed = new ConcurrentHashMap<>();
  private final Map<String, BatchSize> sizes = new ConcurrentHashMap<>();

  /**
   * What one receiver's worker is to take.
   *
   * @param since when the first of it was handed over
   */
  private record Hand(long since, List<Attempt> attempts) {

    static Hand of(List<Attempt> attempts) {
      return new Hand(System.nanoTime(), attempts);
    }

    Hand and(Hand more) {
      return new Hand(since, Stream.concat(attempts.stream(), more.attempts.stream()).toList());
    }
  }

  private final PartnerCatalog catalog;
  private final Breakers breakers;
  private final boolean tokensAreOurs;
  private final WakeUps wakeUps;
  private final Node node;
  private final ClaimsInHand inHand;
  private final Pauses pauses;

  Handover(
      BrokerSettings broker,
      PartnerCatalog catalog,
      Breakers breakers,
      WakeUps wakeUps,
      Node node,
      ClaimsInHand inHand,
      Pauses pauses) {
    // A token on a broker of several nodes may wake the worker of another one.
    this.tokensAreOurs = broker.isEmbedded();
    this.catalog = catalog;
    this.breakers = breakers;
    this.wakeUps = wakeUps;
    this.node = node;
    this.inHand = inHand;
    this.pauses = pauses;
  }

  /** How much the receiver takes at once. */
  BatchSize size(String receiver) {
    return sizes.computeIfAbsent(receiver, r -> new BatchSize());
  }

  /**
   * Gives a claim to those of the new deliveries that may leave as soon as they are committed: the
   * first of its lane, not waiting for files, for a receiver with room.
   *
   * @param withFiles deliveries that files belong to
   */
  List<NewDelivery> claim(List<NewDelivery> deliveries, Set<UUID> withFiles) {
    Map<String, NewClaim> claims = new HashMap<>();
    Map<String, Integer> room = new HashMap<>();
    Set<String> lanes = new HashSet<>();
    List<NewDelivery> all = new ArrayList<>(deliveries.size());
    for (NewDelivery delivery : deliveries) {
      String receiver = delivery.receiver();
      boolean first = lanes.add(receiver + '\n' + delivery.lane());
      int left = room.computeIfAbsent(receiver, this::room);
      if (first && left > 0 && !withFiles.contains(delivery.id()) && tolerates(delivery)) {
        room.put(receiver, left - 1);
        all.add(delivery.under(claims.computeIfAbsent(receiver, r -> newClaim())));
      } else {
        all.add(delivery);
      }
    }
    return all;
  }

  private NewClaim newClaim() {
    NewClaim claim = new NewClaim(ids.generate(), node.epoch(), LEASE);
    inHand.take(claim.id());
    return claim;
  }

  private int room(String receiver) {
    if (!tokensAreOurs
        || pauses.isPaused(receiver)
        || !node.beats()
        || !wakeUps.seenToTheEnd(WakeUps.outQueue(receiver))
        || !breakers.worthClaiming(receiver)) {
      return 0;
    }
    Hand hand = handed.get(receiver);
    return size(receiver).next() - (hand == null ? 0 : hand.attempts().size());
  }

  /**
   * Of one that cannot bear a repetition no more is claimed than its worker is about to send: what
   * a dying process had claimed must be decided by people.
   */
  private boolean tolerates(NewDelivery delivery) {
    return catalog
        .receiving(delivery.receiver(), delivery.exchange())
        .filter(to -> !to.pulled() && to.effect() != EffectClass.C)
        .isPresent();
  }

  /** Forgets the claims of these that no attempt was begun under, or none as far as we know. */
  void leave(List<NewDelivery> deliveries, List<Attempt> begun) {
    Set<UUID> claims = new HashSet<>();
    deliveries.stream().filter(d -> d.claim() != null).forEach(d -> claims.add(d.claim().id()));
    begun.forEach(attempt -> claims.remove(attempt.claim()));
    inHand.leave(claims);
  }

  /** Hands committed attempts over and wakes their workers. */
  void hand(List<Attempt> attempts) {
    attempts.stream()
        .collect(Collectors.groupingBy(attempt -> attempt.delivery().receiver()))
        .forEach((receiver, its) -> handed.merge(receiver, Hand.of(its), Hand::and));
    wake();
  }

  /** Wakes the workers of all receivers that something is handed over to. */
  void wake() {
    handed.keySet().forEach(receiver -> wakeUps.handOver(WakeUps.outQueue(receiver)));
  }

  /** Takes what is handed over to the receiver, in its order; then it is the caller's to settle. */
  List<Attempt> take(String receiver) {
    Hand hand = handed.remove(receiver);
    return hand == null ? List.of() : hand.attempts();
  }

  /** Takes what no worker has taken for so long. */
  List<Attempt> takeOlderThan(Duration time) {
    long now = System.nanoTime();
    return handed.entrySet().stream()
        .filter(each -> now - each.getValue().since() >= time.toNanos())
        .map(Map.Entry::getKey)
        .flatMap(receiver -> take(receiver).stream())
        .toList();
  }
}
