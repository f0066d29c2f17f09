package io.enforcement.gateway.routes.exchange;

import io.enforcement.gateway.routes.broker.AmqpDoor;
import io.enforcement.gateway.routes.broker.QueueRegistry;
import io.enforcement.gateway.routes.partner.Partner;
import io.enforcement.gateway.routes.partner.Partner.Receiving;
import io.enforcement.gateway.routes.partner.Partner.Sending;
import io.enforcement.gateway.routes.partner.PartnerCatalog;
import java.time.Duration;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/**
 * Makes the routes of the partners in service out of the templates, and declares their queues
 * first: what is sent to an address without a queue is accepted and gone.
 */
@Component
class PartnerRoutes extends RouteBuilder {

  private static final Duration POLL_PERIOD = Duration.ofSeconds(2);

  /** Our own broker is near: looking costs little, and partners expect no delay. */
  private static final Duration DOOR_PERIOD = Duration.ofMillis(200);

  private final PartnerCatalog catalog;
  private final QueueRegistry queues;
  private final AmqpDoor door;

  PartnerRoutes(PartnerCatalog catalog, QueueRegistry queues, AmqpDoor door) {
    this.catalog = catalog;
    this.queues = queues;
    this.door = door;
  }

  @Override
  public void configure() {
    catalog.partners().forEach(this::routes);
  }

  private void routes(Partner partner) {
    if (!partner.sends().isEmpty()) {
      queues.declare(WakeUps.translateQueue(partner.id()));
      templatedRoute(ExchangeTemplates.TRANSLATE)
          .routeId("translate." + partner.id())
          .parameter("partner", partner.id());
    }
    partner.sends().forEach(sending -> intake(partner, sending));
    if (partner.pushed()) {
      queues.declare(WakeUps.outQueue(partner.id()));
      if (partner.receives().stream().anyMatch(r -> r.via().equals(AmqpDoor.VIA))) {
        door.openForFetching(partner.id());
      }
      int concurrency =
          partner.receives().stream().mapToInt(Receiving::concurrency).max().orElse(1);
      templatedRoute(ExchangeTemplates.DELIVER)
          .routeId("deliver." + partner.id())
          .parameter("partner", partner.id())
          .parameter("concurrency", String.valueOf(concurrency));
    }
  }

  private void intake(Partner partner, Sending sending) {
    String name = partner.id() + "." + sending.exchange();
    templatedRoute(ExchangeTemplates.INTAKE)
        .routeId("intake." + name)
        .parameter("partner", partner.id())
        .parameter("exchange", sending.exchange());
    boolean comesToUs = sending.via().equals(AmqpDoor.VIA);
    if (comesToUs) {
      door.openForSending(partner.id(), sending.exchange());
    }
    if (sending.polled()) {
      templatedRoute(ExchangeTemplates.POLL)
          .routeId("poll." + name)
          .parameter("partner", partner.id())
          .parameter("exchange", sending.exchange())
          .parameter(
              "period",
              String.valueOf(
                  sending
                      .settings()
                      .duration("poll", comesToUs ? DOOR_PERIOD : POLL_PERIOD)
                      .toMillis()));
    }
  }
}
