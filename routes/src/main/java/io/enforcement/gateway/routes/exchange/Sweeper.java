package io.enforcement.gateway.routes.exchange;

import io.enforcement.gateway.connectors.Outcome;
import io.enforcement.gateway.routes.failure.FailurePolicy;
import io.enforcement.gateway.routes.partner.Partner;
import io.enforcement.gateway.routes.partner.PartnerCatalog;
import io.enforcement.gateway.routes.store.Attempt;
import io.enforcement.gateway.routes.store.DeliveryStore;
import io.enforcement.gateway.routes.store.Settlement;
import io.enforcement.gateway.routes.store.TranslationStore;
import java.util.List;
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

  private final List<String> partners;
  private final PartnerCatalog catalog;
  private final TranslationStore translations;
  private final DeliveryStore deliveries;
  private final FailurePolicy policy;
  private final WakeUps wakeUps;

  Sweeper(
      PartnerCatalog catalog,
      TranslationStore translations,
      DeliveryStore deliveries,
      FailurePolicy policy,
      WakeUps wakeUps) {
    this.catalog = catalog;
    this.partners = catalog.partners().stream().map(Partner::id).toList();
    this.translations = translations;
    this.deliveries = deliveries;
    this.policy = policy;
    this.wakeUps = wakeUps;
  }

  /** Wakes translation and delivery where rows wait. */
  @Scheduled(fixedDelay = 500)
  public void wake() {
    translations
        .waitingSenders(partners)
        .forEach(s -> wakeUps.wake(WakeUps.translateQueue(s), "swept"));
    deliveries.dueReceivers(partners).forEach(r -> wakeUps.wake(WakeUps.outQueue(r), "swept"));
  }

  /**
   * Judges attempts without an outcome: nobody knows what they did, so the effect class decides.
   */
  @Scheduled(fixedDelay = 2000)
  public void recover() {
    deliveries.settle(deliveries.lost(BATCH).stream().map(this::judge).toList());
  }

  private Settlement judge(Attempt attempt) {
    Outcome unknown = new Outcome.Ambiguous("the process ended during the attempt", new byte[0]);
    return catalog
        .receiving(attempt.delivery().receiver(), attempt.delivery().exchange())
        .map(receiver -> policy.judge(receiver, attempt, unknown))
        .orElseGet(() -> policy.unknown(attempt, unknown));
  }
}
