package io.enforcement.gateway.routes.pack;

import io.enforcement.gateway.routes.exchange.Commissioning;
import io.enforcement.gateway.routes.partner.PartnerCatalog;
import io.enforcement.gateway.routes.store.PackStore;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Brings into service on this node what is in force: installed here or on another node, or begun on
 * its day. What cannot be brought into service stays as it was and is tried again. Thread-safe.
 */
@Component
class PackWatch {

  private static final Logger LOG = LoggerFactory.getLogger(PackWatch.class);

  private final PackStore store;
  private final PackShelf shelf;
  private final Commissioning commissioning;
  private final PartnerCatalog catalog;
  private final Map<String, Integer> failed = new HashMap<>();
  private Map<String, Integer> inService;

  PackWatch(PackStore store, PackShelf shelf, Commissioning commissioning, PartnerCatalog catalog) {
    this.store = store;
    this.shelf = shelf;
    this.commissioning = commissioning;
    this.catalog = catalog;
  }

  /** What came out of a folder counts as a version once it is in service. */
  @EventListener(ApplicationReadyEvent.class)
  synchronized void begin() {
    Map<String, Integer> begun = new HashMap<>(shelf.atStart());
    catalog.takenFromFolders().forEach(id -> begun.put(id, shelf.install(id)));
    for (PartnerCatalog.Aside aside : catalog.aside()) {
      Integer version = begun.get(aside.partner());
      if (version != null && catalog.partner(aside.partner()).isEmpty()) {
        // What is missing may come while the gateway runs; that it is missing has been said.
        failed.put(aside.partner(), begun.remove(aside.partner()));
      }
    }
    inService = begun;
  }

  /** Looks once; what another thread asks for meanwhile is seen by the later of the two. */
  @Scheduled(fixedDelay = 1000)
  synchronized void look() {
    if (inService == null) {
      return;
    }
    Map<String, Integer> inForce = store.inForce();
    Set<String> partners = new TreeSet<>(inForce.keySet());
    partners.removeIf(id -> inForce.get(id).equals(inService.get(id)));
    partners.forEach(id -> change(id, inForce.get(id)));
  }

  private void change(String id, int version) {
    try {
      shelf
          .pack(id, version)
          .ifPresentOrElse(
              pack -> commissioning.commission(id, pack), () -> commissioning.decommission(id));
      inService.put(id, version);
      failed.remove(id);
    } catch (RuntimeException e) {
      if (!Integer.valueOf(version).equals(failed.put(id, version))) {
        LOG.error(
            "version {} of partner {} cannot be put into service here: {}",
            version,
            id,
            e.getMessage());
      }
    }
  }
}
