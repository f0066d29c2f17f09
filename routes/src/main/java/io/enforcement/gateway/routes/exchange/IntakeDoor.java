package io.enforcement.gateway.routes.exchange;

import io.enforcement.gateway.routes.partner.Partner.Sending;
import io.enforcement.gateway.routes.partner.PartnerCatalog;
import io.enforcement.gateway.routes.store.Arrival;
import io.enforcement.gateway.routes.store.Reception;
import io.enforcement.gateway.standards.validation.Rejected;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.ProducerTemplate;
import org.springframework.stereotype.Component;

/**
 * Where every arrival enters its intake route, however it came (Messaging Gateway). Thread-safe.
 */
@Component
class IntakeDoor {

  private final ProducerTemplate camel;
  private final PartnerCatalog catalog;

  IntakeDoor(ProducerTemplate camel, PartnerCatalog catalog) {
    this.camel = camel;
    this.catalog = catalog;
  }

  /**
   * Brings an arrival to disk; of an exchange that is sealed only what may be kept, and the digest
   * is of that.
   *
   * @throws Rejected when an exchange is sealed and this message cannot be; nothing is kept of it
   * @throws RuntimeException the failure itself, not Camel's wrapping of it: a lost database must
   *     be told as such
   */
  Reception enter(Arrival arrival) {
    Arrival kept =
        catalog
            .sending(arrival.sender(), arrival.exchange())
            .filter(Sending::sealed)
            .map(sending -> arrival.with(sending.sealed(arrival.body())))
            .orElse(arrival);
    String route = "direct:intake." + arrival.sender() + "." + arrival.exchange();
    try {
      return camel.requestBody(route, kept, Reception.class);
    } catch (CamelExecutionException e) {
      throw e.getCause() instanceof RuntimeException failure ? failure : e;
    }
  }
}
