package io.enforcement.gateway.routes.exchange;

import io.enforcement.gateway.routes.broker.AmqpDoor;
import io.enforcement.gateway.routes.broker.QueueRegistry;
import io.enforcement.gateway.routes.partner.Partner;
import io.enforcement.gateway.routes.partner.Partner.Receiving;
import io.enforcement.gateway.routes.partner.Partner.Sending;
import io.enforcement.gateway.routes.partner.PartnerCatalog;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.model.TemplatedRouteDefinition;
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

  /** One route of a partner: a template and what fills it. */
  record PartnerRoute(String template, String id, Map<String, String> parameters) {}

  @Override
  public void configure() {
    for (Partner partner : catalog.partners()) {
      declareQueues(partner);
      of(partner).forEach(this::addFromTemplate);
    }
  }

  private void addFromTemplate(PartnerRoute route) {
    TemplatedRouteDefinition made = templatedRoute(route.template()).routeId(route.id());
    route.parameters().forEach(made::parameter);
  }

  /** Makes sure that every queue is there that the routes of this partner use. */
  void declareQueues(Partner partner) {
    if (!partner.sends().isEmpty()) {
      queues.declare(WakeUps.translateQueue(partner.id()));
    }
    partner.sends().stream()
        .filter(sending -> sending.via().equals(AmqpDoor.VIA))
        .forEach(sending -> door.openForSending(partner.id(), sending.exchange()));
    if (partner.pushed()) {
      queues.declare(WakeUps.outQueue(partner.id()));
    }
    if (partner.receives().stream().anyMatch(r -> r.via().equals(AmqpDoor.VIA))) {
      door.openForFetching(partner.id());
    }
  }

  /** The routes that a partner needs. */
  static List<PartnerRoute> of(Partner partner) {
    List<PartnerRoute> routes = new ArrayList<>();
    if (!partner.sends().isEmpty()) {
      routes.add(
          new PartnerRoute(
              ExchangeTemplates.TRANSLATE,
              "translate." + partner.id(),
              Map.of("partner", partner.id())));
    }
    partner.sends().forEach(sending -> routes.addAll(of(partner.id(), sending)));
    if (partner.pushed()) {
      int concurrency =
          partner.receives().stream().mapToInt(Receiving::concurrency).max().orElse(1);
      routes.add(
          new PartnerRoute(
              ExchangeTemplates.DELIVER,
              "deliver." + partner.id(),
              Map.of("partner", partner.id(), "concurrency", String.valueOf(concurrency))));
    }
    return routes;
  }

  private static List<PartnerRoute> of(String partner, Sending sending) {
    String name = partner + "." + sending.exchange();
    PartnerRoute intake =
        new PartnerRoute(
            ExchangeTemplates.INTAKE,
            "intake." + name,
            Map.of("partner", partner, "exchange", sending.exchange()));
    if (!sending.polled()) {
      return List.of(intake);
    }
    Duration usual = sending.via().equals(AmqpDoor.VIA) ? DOOR_PERIOD : POLL_PERIOD;
    String period = String.valueOf(sending.settings().duration("poll", usual).toMillis());
    return List.of(
        intake,
        new PartnerRoute(
            ExchangeTemplates.POLL,
            "poll." + name,
            Map.of("partner", partner, "exchange", sending.exchange(), "period", period)));
  }
}
