package io.enforcement.gateway.routes.retention;

import io.enforcement.gateway.routes.partner.PartnerCatalog;
import io.enforcement.gateway.routes.problem.Diagnosis;
import io.enforcement.gateway.routes.store.PruningStore;
import io.enforcement.gateway.routes.store.PruningStore.Settled;
import java.time.Clock;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Once a day takes away bodies whose time is over. When nothing is due it only reads. Thread-safe.
 */
@Component
@EnableConfigurationProperties(RetentionSettings.class)
public class Pruning {

  private static final Logger LOG = LoggerFactory.getLogger(Pruning.class);

  private static final int PAGE = 1000;
  private static final UUID FIRST = new UUID(0, 0);

  private final RetentionSettings settings;
  private final PartnerCatalog catalog;
  private final PruningStore store;
  private final Clock clock;

  Pruning(RetentionSettings settings, PartnerCatalog catalog, PruningStore store, Clock clock) {
    this.settings = settings;
    this.catalog = catalog;
    this.store = store;
    this.clock = clock;
  }

  @Scheduled(initialDelayString = "PT1H", fixedDelayString = "P1D")
  void work() {
    try {
      int pruned = prune();
      if (pruned > 0) {
        LOG.info("the bodies of {} messages were pruned", pruned);
      }
    } catch (RuntimeException e) {
      LOG.error("bodies cannot be pruned: {}", Diagnosis.describe(e));
    }
  }

  /**
   * Prunes all that is due.
   *
   * @return how many messages
   */
  public int prune() {
    Instant now = clock.instant();
    int pruned = 0;
    List<Settled> page = store.between(FIRST, idAt(now), PAGE);
    while (!page.isEmpty()) {
      List<UUID> due =
          page.stream().filter(message -> isDue(message, now)).map(Settled::id).toList();
      pruned += due.isEmpty() ? 0 : store.prune(due);
      page = store.between(page.get(page.size() - 1).id(), idAt(now), PAGE);
    }
    return pruned;
  }

  private boolean isDue(Settled message, Instant now) {
    return message.at() != null
        && kept(message.sender())
            .filter(time -> message.at().isBefore(before(now, time)))
            .isPresent();
  }

  private Optional<Period> kept(String sender) {
    return catalog.retention(sender).or(() -> Optional.ofNullable(settings.bodies()));
  }

  private static Instant before(Instant now, Period time) {
    return now.atOffset(ZoneOffset.UTC).minus(time).toInstant();
  }

  /** Ids of messages begin with their time (RFC 9562, version 7). */
  private static UUID idAt(Instant time) {
    return new UUID(time.toEpochMilli() << 16, 0);
  }
}
