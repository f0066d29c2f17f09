package io.enforcement.gateway.routes.partner;

import io.enforcement.gateway.routes.partner.PartnerCatalog.Aside;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The site's own partners that are not in service as their files say. Thread-safe. */
final class NotInService {

  private static final Logger LOG = LoggerFactory.getLogger(PartnerCatalog.class);

  private final Map<String, Aside> aside = new ConcurrentSkipListMap<>();

  /** Notes it, and tells whoever reads the log. */
  void add(Aside partner) {
    aside.put(partner.partner(), partner);
    LOG.error("partner {} is not in service: {}", partner.partner(), partner.why());
  }

  void remove(Collection<String> partners) {
    partners.forEach(aside::remove);
  }

  boolean has(String partner) {
    return aside.containsKey(partner);
  }

  /** By id. */
  Collection<Aside> all() {
    return List.copyOf(aside.values());
  }
}
