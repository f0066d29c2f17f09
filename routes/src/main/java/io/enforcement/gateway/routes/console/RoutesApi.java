package io.enforcement.gateway.routes.console;

import io.enforcement.gateway.routes.alarm.Alarm;
import io.enforcement.gateway.routes.alarm.AlarmStatus;
import io.enforcement.gateway.routes.failure.Pauses;
import io.enforcement.gateway.routes.partner.ExchangeKey;
import io.enforcement.gateway.routes.partner.Partner;
import io.enforcement.gateway.routes.partner.Partner.Receiving;
import io.enforcement.gateway.routes.partner.PartnerCatalog;
import io.enforcement.gateway.routes.partner.Restrictions;
import io.enforcement.gateway.routes.problem.ProblemCode;
import io.enforcement.gateway.routes.problem.ProblemException;
import io.enforcement.gateway.routes.store.PauseStore.Pause;
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
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * How every route does: what came for each receiver within a window, how long it took, what waits.
 * Of restricted exchanges only listed people see the routes. A receiver can be paused.
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
    WAITING_FOR_PEOPLE,
    /** People let nothing new leave. */
    PAUSED
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
   * @param pause who let nothing new leave, since when and why; null when nobody did
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
      Instant lastDelivered,
      Pause pause) {}

  /** Why a receiver is paused, or let go on. */
  public record Reason(String reason) {}

  private static final Duration SLOW = Duration.ofMinutes(5);

  private final PartnerCatalog catalog;
  private final RouteViews views;
  private final Restrictions restrictions;
  private final AlarmsApi alarms;
  private final Pauses pauses;

  RoutesApi(
      PartnerCatalog catalog,
      RouteViews views,
      Restrictions restrictions,
      AlarmsApi alarms,
      Pauses pauses) {
    this.catalog = catalog;
    this.views = views;
    this.restrictions = restrictions;
    this.alarms = alarms;
    this.pauses = pauses;
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
            .map(AlarmStatus::partner)
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
                    pauses.of(r.partner()),
                    window))
        .sorted(
            Comparator.comparing(RouteStatus::state)
                .reversed()
                .thenComparing(RouteStatus::receiver)
                .thenComparing(RouteStatus::exchange))
        .toList();
  }

  /** Lets nothing new leave to a receiver; what is under way ends. */
  @PostMapping("/api/v1/routes/{receiver}/pause")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  public void pause(
      @PathVariable String receiver, @RequestBody Reason reason, Authentication person) {
    requireSeen(receiver, person);
    if (!pauses.pause(receiver, person.getName(), WaitingEntries.reason(reason.reason()))) {
      throw ProblemException.of(ProblemCode.CONFLICT, "receiver", "route.paused-already");
    }
  }

  /** Lets deliveries to a receiver go on. */
  @PostMapping("/api/v1/routes/{receiver}/resume")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  public void resume(
      @PathVariable String receiver, @RequestBody Reason reason, Authentication person) {
    requireSeen(receiver, person);
    if (!pauses.resume(receiver, person.getName(), WaitingEntries.reason(reason.reason()))) {
      throw ProblemException.of(ProblemCode.CONFLICT, "receiver", "route.not-paused");
    }
  }

  /** A receiver of whose every route the person may not know is none. */
  private void requireSeen(String receiver, Authentication person) {
    catalog.partner(receiver).stream()
        .flatMap((Partner partner) -> partner.receives().stream())
        .filter(route -> !restrictions.hides(person.getName(), key(route)))
        .findFirst()
        .orElseThrow(() -> ProblemException.of(ProblemCode.NOT_FOUND));
  }

  private static RouteStatus status(
      Receiving route,
      Optional<Flow> flow,
      Optional<Queue> queue,
      boolean silent,
      Optional<Pause> pause,
      Window window) {
    long delivered = flow.map(Flow::delivered).orElse(0L);
    long decided = delivered + flow.map(Flow::failed).orElse(0L);
    return new RouteStatus(
        route.partner(),
        route.exchange(),
        route.via(),
        pause.isPresent() ? State.PAUSED : state(flow, queue, silent),
        flow.map(Flow::arrived).orElse(0L) * 60.0 / window.time.toSeconds(),
        decided == 0 ? null : (double) delivered / decided,
        flow.map(Flow::p50).orElse(null),
        flow.map(Flow::p95).orElse(null),
        flow.map(Flow::p99).orElse(null),
        queue.map(Queue::depth).orElse(0L),
        queue.map(Queue::people).orElse(0L),
        queue.map(Queue::oldest).orElse(null),
        flow.map(Flow::lastDelivered).orElse(null),
        pause.orElse(null));
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
