package io.enforcement.gateway.routes.exchange;

import io.enforcement.gateway.routes.exchange.PartnerRoutes.PartnerRoute;
import io.enforcement.gateway.routes.partner.Partner;
import io.enforcement.gateway.routes.partner.PartnerCatalog;
import io.enforcement.gateway.routes.partner.PartnerChange;
import io.enforcement.gateway.routes.partner.SitePack;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.TemplatedRouteBuilder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Puts a partner into service, replaces it and takes it out while the gateway runs. Its workers
 * rest meanwhile, after they have ended what they had in hand; what comes in for it waits in the
 * store, and no other partner notices. One change at a time; safe for use by several threads.
 */
@Component
public class Commissioning {

  private static final Logger LOG = LoggerFactory.getLogger(Commissioning.class);

  /** Longer than a batch of attempts at a slow partner lasts, by all time limits of connectors. */
  private static final long PATIENCE_SECONDS = 120;

  private final CamelContext camel;
  private final PartnerCatalog catalog;
  private final Connections connections;
  private final PartnerRoutes routes;
  private final List<PartnerChange> followers;

  Commissioning(
      CamelContext camel,
      PartnerCatalog catalog,
      Connections connections,
      PartnerRoutes routes,
      List<PartnerChange> followers) {
    this.camel = camel;
    this.catalog = catalog;
    this.connections = connections;
    this.routes = routes;
    this.followers = followers;
  }

  /**
   * What this version of a partner would be here, without any change.
   *
   * @return empty when the site's settings switch it off
   * @throws IllegalArgumentException when pack and site do not fit together
   */
  public Optional<Partner> trial(String id, SitePack pack) {
    Optional<Partner> next = catalog.prepare(id, pack);
    next.ifPresent(partner -> followers.forEach(follower -> follower.require(partner)));
    return next;
  }

  /**
   * Puts this version of a partner into service.
   *
   * @throws IllegalArgumentException when pack and site do not fit together; then nothing changes
   */
  public synchronized void commission(String id, SitePack pack) {
    Optional<Partner> next = trial(id, pack);
    if (next.isEmpty()) {
      decommission(id);
      return;
    }
    routes.declareQueues(next.get());
    PartnerConnections opened = connections.open(next.get());
    atRest(
        id,
        () -> {
          catalog.put(id, pack);
          connections.use(id, opened);
        });
    LOG.info("partner {} is in service", id);
  }

  /**
   * Takes a partner's pack out of service. What waits for the partner waits on, and what it sends
   * is refused at the door.
   */
  public synchronized void decommission(String id) {
    atRest(
        id,
        () -> {
          catalog.remove(id);
          connections.use(id, catalog.partner(id).map(connections::open).orElse(null));
        });
    LOG.info("the pack of partner {} is out of service", id);
  }

  /** The doors stay open: what arrives during the change is kept and translated after it. */
  private void atRest(String id, Runnable change) {
    List<String> before = catalog.partner(id).map(Commissioning::routeIds).orElse(List.of());
    before.stream().filter(route -> !isDoor(route)).forEach(this::end);
    try {
      change.run();
      followers.forEach(follower -> follower.follow(id));
    } finally {
      List<PartnerRoute> now = catalog.partner(id).map(PartnerRoutes::of).orElse(List.of());
      List<String> wanted = now.stream().map(PartnerRoute::id).toList();
      before.stream().filter(route -> isDoor(route) && !wanted.contains(route)).forEach(this::end);
      now.stream().filter(route -> camel.getRoute(route.id()) == null).forEach(this::begin);
    }
  }

  private static List<String> routeIds(Partner partner) {
    return PartnerRoutes.of(partner).stream().map(PartnerRoute::id).toList();
  }

  private static boolean isDoor(String route) {
    return route.startsWith(ExchangeTemplates.INTAKE + ".");
  }

  private void begin(PartnerRoute route) {
    TemplatedRouteBuilder made =
        TemplatedRouteBuilder.builder(camel, route.template()).routeId(route.id());
    route.parameters().forEach(made::parameter);
    made.add();
  }

  private void end(String route) {
    try {
      camel.getRouteController().stopRoute(route, PATIENCE_SECONDS, TimeUnit.SECONDS);
      camel.removeRoute(route);
    } catch (Exception e) {
      throw new IllegalStateException("route " + route + " cannot be stopped", e);
    }
  }
}
