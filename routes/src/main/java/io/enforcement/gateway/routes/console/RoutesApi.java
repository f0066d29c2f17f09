package io.enforcement.gateway.routes.console;

import io.enforcement.gateway.routes.alarm.Alarm;
import io.enforcement.gateway.routes.partner.ExchangeKey;
import io.enforcement.gateway.routes.partner.Partner;
import io.enforcement.gateway.routes.partner.Partner.Receiving;
import io.enforcement.gateway.routes.partner.PartnerCatalog;
import io.enforcement.gateway.routes.partner.Restrictions;
import io.enforcement.gateway.routes.store.RouteViews;
import io.enforcement.gateway.routes.store.RouteViews.Flow;
import io.enforcement.gateway.routes.store.RouteViews.Queue;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * How every route does: what came for each receiver within a window, how long it took, what waits.
 * Of restricted exchanges only listed people see the routes.
 */
@RestController
public class RoutesApi {

  /** The windows that may be asked for. */
  public enum Window {
    M5(Duration.ofMinutes(5)),
    M15(Duration.ofMinutes(15)),
    H1(Duration.ofHours(1));

    private final Duration time;

    Window(Duration time) {
      this.time = time;
    }
  }

  /** How a route stands. */
  public enum State {
    /** What comes goes on. */
    FLOWING,
    /** Nothing comes and nothing waits. */
    IDLE,
    /** Something that was agreed to come has not come. */
    SILENT,
    /** Something waits longer than five minutes. */
    SLOW,
    /** Something waits for people. */
    WAITING_FOR_PEOPLE
  }

  /**
   * One route to a receiver.
   *
   * @param perMinute records that came for it, in the mean of the window
   * @param success of what came within the window and is decided, the part that was delivered, 0 to
   *     1; null when nothing is decided
   * @param p50 seconds from receipt to delivery; null when nothing was delivered
   * @param oldest since when the first one has waited; null when nothing waits
   * @param lastDelivered when something that came within the window was last delivered
   */
  public record RouteStatus(
      String receiver,
      String exchange,
      String via,
      State state,
      double perMinute,
      Double success,
      Double p50,
      Double p95,
      Double p99,
      long depth,
      long people,
      Instant oldest,
      Instant lastDelivered) {}

  private static final Duration SLOW = Duration.ofMinutes(5);

  private final PartnerCatalog catalog;
  private final RouteViews views;
  private final Restrictions restrictions;
  private final AlarmsApi alarms;

  RoutesApi(PartnerCatalog catalog, RouteViews views, Restrictions restrictions, AlarmsApi alarms) {
    this.catalog = catalog;
    this.views = views;
    this.restrictions = restrictions;
    this.alarms = alarms;
  }

  /** Every route, those that need people first. */
  @GetMapping("/api/v1/routes")
  public List<RouteStatus> routes(
      @RequestParam(defaultValue = "M15") Window window, Authentication person) {
    Map<ExchangeKey, Flow> flows =
        byRoute(views.flows(window.time), f -> new ExchangeKey(f.receiver(), f.exchange()));
    Map<ExchangeKey, Queue> queues =
        byRoute(views.queues(), q -> new ExchangeKey(q.receiver(), q.exchange()));
    List<String> silent =
        alarms.alarms(person).stream()
            .filter(alarm -> alarm.kind() == Alarm.Kind.PARTNER_SILENT)
            .map(Alarm::partner)
            .toList();
    return catalog.partners().stream()
        .flatMap((Partner partner) -> partner.receives().stream())
        .filter(r -> !restrictions.hides(person.getName(), key(r)))
        .map(
            r ->
                status(
                    r,
                    Optional.ofNullable(flows.get(key(r))),
                    Optional.ofNullable(queues.get(key(r))),
                    silent.contains(r.partner()),
                    window))
        .sorted(
            Comparator.comparing(RouteStatus::state)
                .reversed()
                .thenComparing(RouteStatus::receiver)
                .thenComparing(RouteStatus::exchange))
        .toList();
  }

  private static RouteStatus status(
      Receiving route, Optional<Flow> flow, Optional<Queue> queue, boolean silent, Window window) {
    long delivered = flow.map(Flow::delivered).orElse(0L);
    long decided = delivered + flow.map(Flow::failed).orElse(0L);
    return new RouteStatus(
        route.partner(),
        route.exchange(),
        route.via(),
        state(flow, queue, silent),
        flow.map(Flow::arrived).orElse(0L) * 60.0 / window.time.toSeconds(),
        decided == 0 ? null : (double) delivered / decided,
        flow.map(Flow::p50).orElse(null),
        flow.map(Flow::p95).orElse(null),
        flow.map(Flow::p99).orElse(null),
        queue.map(Queue::depth).orElse(0L),
        queue.map(Queue::people).orElse(0L),
        queue.map(Queue::oldest).orElse(null),
        flow.map(Flow::lastDelivered).orElse(null));
  }

  private static State state(Optional<Flow> flow, Optional<Queue> queue, boolean silent) {
    if (queue.filter(q -> q.people() > 0).isPresent()) {
      return State.WAITING_FOR_PEOPLE;
    }
    // Rows of a queue carry the machine's time.
    Instant longAgo = Instant.now().minus(SLOW);
    if (queue.filter(q -> q.oldest().isBefore(longAgo)).isPresent()) {
      return State.SLOW;
    }
    if (silent) {
      return State.SILENT;
    }
    return flow.isPresent() || queue.isPresent() ? State.FLOWING : State.IDLE;
  }

  private static ExchangeKey key(Receiving route) {
    return new ExchangeKey(route.partner(), route.exchange());
  }

  private static <T> Map<ExchangeKey, T> byRoute(List<T> rows, Function<T, ExchangeKey> key) {
    return rows.stream().collect(Collectors.toMap(key, row -> row));
  }
}
