package io.enforcement.gateway.routes.exchange;

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

  private final PartnerCatalog catalog;
  private final QueueRegistry queues;

  PartnerRoutes(PartnerCatalog catalog, QueueRegistry queues) {
    this.catalog = catalog;
    this.queues = queues;
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
    if (!partner.receives().isEmpty()) {
      queues.declare(WakeUps.outQueue(partner.id()));
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
    if (sending.polled()) {
      templatedRoute(ExchangeTemplates.POLL)
          .routeId("poll." + name)
          .parameter("partner", partner.id())
          .parameter("exchange", sending.exchange())
          .parameter(
              "period",
              String.valueOf(sending.settings().duration("poll", POLL_PERIOD).toMillis()));
    }
  }
}
