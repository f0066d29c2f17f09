package io.enforcement.gateway.routes.exchange;

import io.enforcement.gateway.routes.brake.DiskWatch;
import io.enforcement.gateway.routes.failure.FailurePolicy;
import io.enforcement.gateway.routes.failure.Pauses;
import io.enforcement.gateway.routes.partner.Partner.Receiving;
import io.enforcement.gateway.routes.partner.PartnerCatalog;
import io.enforcement.gateway.routes.store.Attempt;
import io.enforcement.gateway.routes.store.DeliveryStore;
import io.enforcement.gateway.routes.store.DueDelivery;
import io.enforcement.gateway.routes.store.Settlement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Deliveries to partners that cannot be called: the outbox row is the truth, and giving it out is
 * an attempt like any other, committed before anything leaves. Its outcome is the partner's
 * acknowledgement; until then the same request is given again under the same key. An attempt that
 * is not acknowledged within the lease is judged like one whose process died, so a partner that
 * fetches and never acknowledges is found parked at the end of its ladder. Thread-safe.
 */
@Component
public class Outbox {

  /** What the partner has to acknowledge in. */
  private static final Duration LEASE = Duration.ofMinutes(10);

  /** Content of one answer; one delivery may be larger by itself. */
  private static final int MOST_BYTES = 4 << 20;

  private final DeliveryStore store;
  private final PartnerCatalog catalog;
  private final Requests requests;
  private final FailurePolicy policy;
  private final Node node;
  private final DiskWatch disks;
  private final Pauses pauses;

  Outbox(
      DeliveryStore store,
      PartnerCatalog catalog,
      Requests requests,
      FailurePolicy policy,
      Node node,
      DiskWatch disks,
      Pauses pauses) {
    this.store = store;
    this.catalog = catalog;
    this.requests = requests;
    this.policy = policy;
    this.node = node;
    this.disks = disks;
    this.pauses = pauses;
  }

  /** One delivery as the partner gets it. */
  public record Item(UUID key, String exchange, String contentType, byte[] content) {}

  /**
   * Gives what is due: first what was given before and is not acknowledged, then new heads of
   * lanes.
   *
   * @param after of what was given before only keys after this one; null for all of it
   */
  public List<Item> give(String partner, UUID after, int limit) {
    List<Attempt> attempts = new ArrayList<>(store.unacknowledged(partner, after, limit));
    if (attempts.size() < limit && disks.mayBeginWork() && !pauses.isPaused(partner)) {
      attempts.addAll(store.claimEach(partner, node.epoch(), limit - attempts.size(), LEASE));
    }
    List<Item> items = new ArrayList<>();
    List<Settlement> unfit = new ArrayList<>();
    int bytes = 0;
    for (Attempt attempt : attempts) {
      // What is left out is given by the next request: it is claimed and not acknowledged.
      if (bytes < MOST_BYTES) {
        make(attempt, items).ifPresent(unfit::add);
        bytes = items.stream().mapToInt(item -> item.content().length).sum();
      }
    }
    store.settle(unfit);
    return items;
  }

  /** Adds the item, or tells what follows when there is nothing to give. */
  private Optional<Settlement> make(Attempt attempt, List<Item> items) {
    DueDelivery due = attempt.delivery();
    Optional<Receiving> receiving = catalog.receiving(due.receiver(), due.exchange());
    if (receiving.isEmpty()) {
      return Optional.of(policy.unfit(attempt, FailurePolicy.NOT_IN_SERVICE, List.of()));
    }
    Requests.Made made = requests.make(attempt, receiving.get());
    if (made.settled() == null) {
      String type = receiving.get().settings().required("content-type");
      items.add(new Item(due.id(), due.exchange(), type, made.request()));
    }
    return Optional.ofNullable(made.settled());
  }
}
