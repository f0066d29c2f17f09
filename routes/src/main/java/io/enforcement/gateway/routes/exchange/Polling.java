package io.enforcement.gateway.routes.exchange;

import io.enforcement.gateway.connectors.Source.Item;
import io.enforcement.gateway.connectors.Source.Unreachable;
import io.enforcement.gateway.connectors.Source.Verdict;
import io.enforcement.gateway.routes.partner.Partner.Sending;
import io.enforcement.gateway.routes.partner.PartnerCatalog;
import io.enforcement.gateway.routes.problem.Diagnosis;
import io.enforcement.gateway.routes.problem.ProblemException;
import io.enforcement.gateway.routes.store.Arrival;
import io.enforcement.gateway.routes.store.Reception;
import io.enforcement.gateway.standards.validation.Rejected;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The step of the poll route: fetches items and hands each to the intake route. Thread-safe. */
@Component("polling")
public class Polling {

  private static final Logger LOG = LoggerFactory.getLogger(Polling.class);

  /** So many items are fetched at a time; the rest waits where it is. */
  private static final int LIMIT = 100;

  private final Map<String, Boolean> unreachable = new ConcurrentHashMap<>();
  private volatile boolean storeAway;
  private final PartnerCatalog catalog;
  private final Connections connections;
  private final IntakeDoor door;

  Polling(PartnerCatalog catalog, Connections connections, IntakeDoor door) {
    this.catalog = catalog;
    this.connections = connections;
    this.door = door;
  }

  /**
   * Looks once. A partner that cannot be reached is told once when it goes and once when it is
   * back.
   */
  public void look(String partner, String exchange) {
    Sending sending = catalog.sending(partner, exchange).orElseThrow();
    String name = partner + "." + exchange;
    try {
      connections.source(partner, exchange).poll(LIMIT, item -> take(partner, sending, item));
      if (unreachable.remove(name) != null) {
        LOG.info("{} can be reached again", name);
      }
    } catch (Unreachable e) {
      if (unreachable.put(name, true) == null) {
        LOG.warn("{} cannot be reached: {}", name, e.getMessage());
      }
    }
  }

  private Verdict take(String partner, Sending sending, Item item) {
    String type =
        sending.accepts().isEmpty() ? "application/octet-stream" : sending.accepts().get(0);
    Arrival arrival =
        new Arrival(
            partner, sending.exchange(), sending.via(), item.name(), null, type, item.body());
    Reception reception;
    try {
      reception = door.enter(arrival);
      storeAway = false;
    } catch (Rejected e) {
      LOG.warn("an item of {}.{} was not kept: {}", partner, sending.exchange(), e.getMessage());
      return Verdict.REFUSED;
    } catch (ProblemException notNow) {
      return Verdict.LATER;
    } catch (RuntimeException e) {
      if (!Diagnosis.databaseIsAway(e)) {
        throw e;
      }
      // The store is away; that is not the item's fault and must not be counted against it.
      if (!storeAway) {
        LOG.warn("nothing is taken from partners while the store is away");
      }
      storeAway = true;
      return Verdict.LATER;
    }
    return switch (reception.kind()) {
      case KEPT, DUPLICATE -> Verdict.TAKEN;
      case CONFLICT -> Verdict.CONFLICT;
      case NONCE_USED -> throw new IllegalStateException("a polled item has no nonce");
    };
  }
}
