package io.enforcement.gateway.routes.exchange;

import io.enforcement.gateway.connectors.Outcome;
import io.enforcement.gateway.routes.failure.FailurePolicy;
import io.enforcement.gateway.routes.partner.Partner;
import io.enforcement.gateway.routes.partner.Partner.Receiving;
import io.enforcement.gateway.routes.partner.PartnerCatalog;
import io.enforcement.gateway.routes.store.Attempt;
import io.enforcement.gateway.routes.store.DeliveryStore;
import io.enforcement.gateway.routes.store.Settlement;
import io.enforcement.gateway.routes.store.TranslationStore;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Wakes whoever has work that no token tells of (the broker lost it, a waiting time is over, a
 * process died), and takes over attempts whose process is gone. This is why tokens may be lost.
 */
@Component
public class Sweeper {

  /** Claims taken over at once. */
  private static final int BATCH = 10;

  /** So long attempts handed over wait for a worker; it has no time, or it is at rest. */
  private static final Duration HANDED_OVER = Duration.ofSeconds(5);

  private final PartnerCatalog catalog;
  private final TranslationStore translations;
  private final DeliveryStore deliveries;
  private final FailurePolicy policy;
  private final WakeUps wakeUps;
  private final Handover handover;
  private final Delivery delivery;
  private final Node node;

  Sweeper(
      PartnerCatalog catalog,
      TranslationStore translations,
      DeliveryStore deliveries,
      FailurePolicy policy,
      WakeUps wakeUps,
      Handover handover,
      Delivery delivery,
      Node node) {
    this.catalog = catalog;
    this.translations = translations;
    this.deliveries = deliveries;
    this.policy = policy;
    this.wakeUps = wakeUps;
    this.handover = handover;
    this.delivery = delivery;
    this.node = node;
  }

  /** Wakes translation and delivery where rows wait. */
  @Scheduled(fixedDelay = 500)
  public void wake() {
    Collection<Partner> partners = catalog.partners();
    List<String> senders = partners.stream().map(Partner::id).toList();
    translations
        .waitingSenders(senders)
        .forEach(s -> wakeUps.wake(WakeUps.translateQueue(s), "swept"));
    handover.wake();
    deliveries.dueReceivers(pushed()).forEach(r -> wakeUps.wake(WakeUps.outQueue(r), "swept"));
  }

  private List<String> pushed() {
    return catalog.partners().stream().filter(Partner::pushed).map(Partner::id).toList();
  }

  /**
   * Judges attempts without an outcome: nobody knows what they did, so the effect class decides.
   */
  @Scheduled(fixedDelay = 2000)
  public void recover() {
    delivery.settleAgain();
    delivery.giveBack(handover.takeOlderThan(HANDED_OVER));
    delivery.giveBack(deliveries.unknown(node.epoch(), pushed()));
    deliveries.settle(deliveries.lost(node.epoch(), BATCH).stream().map(this::judge).toList());
  }

  private Settlement judge(Attempt attempt) {
    Optional<Receiving> receiving =
        catalog.receiving(attempt.delivery().receiver(), attempt.delivery().exchange());
    String reason =
        receiving.filter(Receiving::pulled).isPresent()
            ? "given and not acknowledged"
            : "the process ended during the attempt";
    Outcome unknown = new Outcome.Ambiguous(reason, new byte[0]);
    return receiving
        .map(receiver -> policy.judge(receiver, attempt, unknown))
        .orElseGet(() -> policy.unknown(attempt, unknown));
  }
}
