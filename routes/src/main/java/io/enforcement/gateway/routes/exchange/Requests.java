package io.enforcement.gateway.routes.exchange;

import io.enforcement.gateway.mappings.Context;
import io.enforcement.gateway.routes.partner.Partner.Receiving;
import io.enforcement.gateway.routes.partner.PartnerCatalog;
import io.enforcement.gateway.routes.store.DeliveryStore;
import io.enforcement.gateway.routes.store.DueDelivery;
import io.enforcement.gateway.routes.store.HolderStore;
import io.enforcement.gateway.standards.validation.Finding;
import io.enforcement.gateway.standards.validation.Rejected;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Makes the request of a delivery: the receiver's translator, from the standard to its format.
 * Thread-safe.
 */
@Component
class Requests {

  private static final Logger LOG = LoggerFactory.getLogger(Requests.class);

  private final PartnerCatalog catalog;
  private final DeliveryStore store;
  private final HolderStore holders;
  private final Records records;

  Requests(PartnerCatalog catalog, DeliveryStore store, HolderStore holders, Records records) {
    this.catalog = catalog;
    this.store = store;
    this.holders = holders;
    this.records = records;
  }

  /**
   * The request to send, or nothing when the delivery was cancelled or parked instead. Runs in the
   * claiming transaction.
   */
  Optional<byte[]> prepare(DueDelivery due) {
    if (due.revokes() != null && !holders.holds(due.receiver(), due.revokes())) {
      store.cancel(due);
      return Optional.empty();
    }
    Optional<Receiving> receiver = catalog.receiving(due.receiver(), due.exchange());
    if (receiver.isEmpty()) {
      return park(due, "exchange is not in service", List.of());
    }
    try {
      Context context = new Context(due.id().toString(), due.recordedAt(), null);
      return Optional.of(receiver.get().translator().fromStandard(records.of(due), context));
    } catch (Rejected e) {
      return park(due, e.findings().get(0).rule(), e.findings());
    } catch (RuntimeException | StackOverflowError e) {
      LOG.error(
          "delivery {} to {}: translation failed with {}",
          due.id(),
          due.receiver(),
          e.getClass().getName());
      return park(due, e.getClass().getSimpleName(), List.of());
    }
  }

  private Optional<byte[]> park(DueDelivery due, String cause, List<Finding> findings) {
    store.park(due, cause, findings);
    return Optional.empty();
  }
}
