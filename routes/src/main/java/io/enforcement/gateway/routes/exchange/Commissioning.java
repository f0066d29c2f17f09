package io.enforcement.gateway.routes.exchange;

import io.enforcement.gateway.routes.exchange.PartnerRoutes.PartnerRoute;
import io.enforcement.gateway.routes.partner.Partner;
import io.enforcement.gateway.routes.partner.PartnerCatalog;
import io.enforcement.gateway.routes.partner.PartnerChange;
import io.enforcement.gateway.routes.partner.SiteFault;
import io.enforcement.gateway.routes.partner.SitePack;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
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
   * What this version of a partner would be here, without any change; several where others are like
   * it, none that the site's settings switch off.
   *
   * @throws IllegalArgumentException when pack and site do not fit together
   */
  public List<Partner> trial(String id, SitePack pack) {
    List<Partner> next = next(id, pack);
    open(next).values().forEach(PartnerConnections::close);
    return next;
  }

  private List<Partner> next(String id, SitePack pack) {
    List<SiteFault> faults = catalog.faults(id, pack.files());
    if (!faults.isEmpty()) {
      throw new IllegalArgumentException(SiteFault.inOneLine(faults));
    }
    List<Partner> next = catalog.prepare(id, pack);
    next.forEach(partner -> followers.forEach(follower -> follower.require(partner)));
    return next;
  }

  /**
   * Puts this version of a partner into service.
   *
   * @throws IllegalArgumentException when pack and site do not fit together; then nothing changes
   */
  public synchronized void commission(String id, SitePack pack) {
    List<Partner> next = next(id, pack);
    next.forEach(routes::declareQueues);
    Map<String, PartnerConnections> opened = open(next);
    atRest(id, () -> catalog.put(id, pack), () -> opened);
    LOG.info("a version of partner {} begins", id);
  }

  /**
   * Takes a partner's pack out of service. What waits for the partner waits on, and what it sends
   * is refused at the door.
   */
  public synchronized void decommission(String id) {
    atRest(id, () -> catalog.remove(id), () -> open(inService(id)));
    LOG.info("the pack of partner {} is out of service", id);
  }

  /** The doors stay open: what arrives during the change is kept and translated after it. */
  private void atRest(
      String id, Runnable change, Supplier<Map<String, PartnerConnections>> connected) {
    List<String> before = routeIds(inService(id));
    try {
      before.stream().filter(route -> !isDoor(route)).forEach(this::end);
      change.run();
      Map<String, PartnerConnections> opened = connected.get();
      catalog.about(id).forEach(each -> connections.use(each, opened.get(each)));
      catalog.about(id).forEach(each -> followers.forEach(f -> f.follow(each)));
    } finally {
      List<PartnerRoute> now =
          inService(id).stream().flatMap(p -> PartnerRoutes.of(p).stream()).toList();
      List<String> wanted = now.stream().map(PartnerRoute::id).toList();
      before.stream().filter(route -> isDoor(route) && !wanted.contains(route)).forEach(this::end);
      now.forEach(this::begin);
    }
  }

  private List<Partner> inService(String id) {
    return catalog.about(id).stream().flatMap(each -> catalog.partner(each).stream()).toList();
  }

  private Map<String, PartnerConnections> open(List<Partner> partners) {
    Map<String, PartnerConnections> opened = new HashMap<>();
    try {
      partners.forEach(partner -> opened.put(partner.id(), connections.open(partner)));
      return opened;
    } catch (RuntimeException e) {
      opened.values().forEach(PartnerConnections::close);
      throw e;
    }
  }

  private static List<String> routeIds(List<Partner> partners) {
    return partners.stream()
        .flatMap(partner -> PartnerRoutes.of(partner).stream())
        .map(PartnerRoute::id)
        .toList();
  }

  private static boolean isDoor(String route) {
    return route.startsWith(ExchangeTemplates.INTAKE + ".");
  }

  /** What was only stopped goes on; what runs already is left alone. */
  private void begin(PartnerRoute route) {
    if (camel.getRoute(route.id()) != null) {
      start(route.id());
      return;
    }
    TemplatedRouteBuilder made =
        TemplatedRouteBuilder.builder(camel, route.template()).routeId(route.id());
    route.parameters().forEach(made::parameter);
    made.add();
  }

  private void start(String route) {
    try {
      camel.getRouteController().startRoute(route);
    } catch (Exception e) {
      throw new IllegalStateException("route " + route + " cannot be started", e);
    }
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
