package io.enforcement.gateway.routes.exchange;

import io.enforcement.gateway.routes.audit.AuditWatch;
import io.enforcement.gateway.routes.brake.Brakes;
import io.enforcement.gateway.routes.partner.ExchangeKey;
import io.enforcement.gateway.routes.partner.Partner.Sending;
import io.enforcement.gateway.routes.partner.PartnerCatalog;
import io.enforcement.gateway.routes.problem.ProblemException;
import io.enforcement.gateway.routes.store.Arrival;
import io.enforcement.gateway.routes.store.Reception;
import io.enforcement.gateway.standards.validation.Rejected;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.component.direct.DirectConsumerNotAvailableException;
import org.springframework.stereotype.Component;

/**
 * Where every arrival enters its intake route, however it came (Messaging Gateway). Thread-safe.
 */
@Component
class IntakeDoor {

  /** Where intake routes begin, before partner and exchange. */
  static final String ROUTE = "direct:intake.";

  /** A partner is known a moment before its routes are there. */
  private static final String PATIENCE = "?timeout=5000";

  private final ProducerTemplate camel;
  private final PartnerCatalog catalog;
  private final AuditWatch audit;
  private final Brakes brakes;
  private final TrafficMeters meters;

  IntakeDoor(
      ProducerTemplate camel,
      PartnerCatalog catalog,
      AuditWatch audit,
      Brakes brakes,
      TrafficMeters meters) {
    this.camel = camel;
    this.catalog = catalog;
    this.audit = audit;
    this.brakes = brakes;
    this.meters = meters;
  }

  /**
   * Brings an arrival to disk; of an exchange that is sealed only what may be kept, and the digest
   * is of that.
   *
   * @throws Rejected when an exchange is sealed and this message cannot be; nothing is kept of it
   * @throws ProblemException {@code AUDIT_BEHIND} when nothing may be taken in, because the audit
   *     trail is not exported; {@code NO_ROOM} or {@code SENDER_HELD}; {@code WRONG_EXCHANGE} when
   *     the exchange was taken out of service after it was found open
   * @throws RuntimeException the failure itself, not Camel's wrapping of it: a lost database must
   *     be told as such
   */
  Reception enter(Arrival arrival) {
    audit.requireExported();
    brakes.requireFree(new ExchangeKey(arrival.sender(), arrival.exchange()));
    Arrival kept =
        catalog
            .sending(arrival.sender(), arrival.exchange())
            .filter(Sending::sealed)
            .map(sending -> arrival.with(sending.sealed(arrival.body())))
            .orElse(arrival);
    String route = ROUTE + arrival.sender() + "." + arrival.exchange() + PATIENCE;
    try {
      Reception reception = camel.requestBody(route, kept, Reception.class);
      brakes.taken(reception);
      meters.taken(reception);
      return reception;
    } catch (CamelExecutionException e) {
      if (e.getCause() instanceof DirectConsumerNotAvailableException
          && catalog.sending(arrival.sender(), arrival.exchange()).isEmpty()) {
        throw PushDoor.notOpen();
      }
      throw e.getCause() instanceof RuntimeException failure ? failure : e;
    }
  }
}
