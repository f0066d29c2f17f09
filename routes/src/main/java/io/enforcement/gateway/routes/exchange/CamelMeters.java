package io.enforcement.gateway.routes.exchange;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.NamedNode;
import org.apache.camel.Route;
import org.apache.camel.spi.RoutePolicy;
import org.apache.camel.spi.RoutePolicyFactory;
import org.apache.camel.support.RoutePolicySupport;
import org.springframework.stereotype.Component;

/**
 * The figures of Camel's routes under the names that Camel's own Micrometer component gives them;
 * that component is not published at this version, and takes this one's place when it is.
 * Thread-safe.
 */
@Component
class CamelMeters implements RoutePolicyFactory {

  private static final String ROUTE = "routeId";

  private final MeterRegistry meters;

  /** A route of this name may come again: its gauge stays. */
  private final Map<String, AtomicInteger> underWay = new ConcurrentHashMap<>();

  CamelMeters(MeterRegistry meters) {
    this.meters = meters;
  }

  @Override
  public RoutePolicy createRoutePolicy(CamelContext camel, String routeId, NamedNode route) {
    return new Figures(routeId);
  }

  private final class Figures extends RoutePolicySupport {

    private final Counter total;
    private final Counter succeeded;
    private final Counter failed;
    private final Counter handled;
    private final Timer time;
    private final AtomicInteger inFlight;

    Figures(String route) {
      total = meters.counter("camel.exchanges.total", ROUTE, route);
      succeeded = meters.counter("camel.exchanges.succeeded", ROUTE, route);
      failed = meters.counter("camel.exchanges.failed", ROUTE, route);
      handled = meters.counter("camel.exchanges.failures.handled", ROUTE, route);
      time = meters.timer("camel.route.policy", ROUTE, route);
      inFlight = underWay.computeIfAbsent(route, name -> new AtomicInteger());
      Gauge.builder("camel.exchanges.inflight", inFlight, AtomicInteger::get)
          .tag(ROUTE, route)
          .register(meters);
    }

    @Override
    public void onExchangeBegin(Route route, Exchange exchange) {
      inFlight.incrementAndGet();
    }

    @Override
    public void onExchangeDone(Route route, Exchange exchange) {
      inFlight.decrementAndGet();
      total.increment();
      (exchange.isFailed() ? failed : succeeded).increment();
      if (exchange.getExchangeExtension().isFailureHandled()) {
        handled.increment();
      }
      time.record(exchange.getClock().elapsed(), TimeUnit.MILLISECONDS);
    }
  }
}
