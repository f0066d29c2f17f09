package io.enforcement.gateway.routes.observability;

import io.enforcement.gateway.routes.failure.Breakers;
import io.enforcement.gateway.routes.partner.Partner;
import io.enforcement.gateway.routes.partner.PartnerCatalog;
import io.enforcement.gateway.routes.store.StandingViews;
import io.enforcement.gateway.routes.store.StandingViews.Count;
import io.enforcement.gateway.routes.store.StandingViews.Queue;
import io.enforcement.gateway.routes.store.StandingViews.Waiting;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * How much waits, and for how long. Counted when somebody reads the figures, by questions that are
 * bounded, and not again for some seconds however many figures are read; traffic pays nothing. What
 * cannot be counted because the database is away is no number. Thread-safe.
 */
@Component
class StandingFigures {

  private static final Duration FRESH = Duration.ofSeconds(5);
  private static final Duration RECENT = Duration.ofMinutes(15);
  private static final Duration AT_RISK = Duration.ofHours(24);
  private static final Duration HOUR = Duration.ofHours(1);

  /** One look; null stands for a look that the database did not answer. */
  private record Look(
      long nanos,
      Map<String, Queue> queues,
      Map<String, Waiting> waiting,
      Map<String, Long> recent,
      Long atRisk,
      Long unmasked) {}

  private final StandingViews views;
  private final PartnerCatalog catalog;
  private final Breakers breakers;
  private final Clock clock;
  private final Clock machine;
  private final MeterRegistry meters;
  private final Set<String> shown = ConcurrentHashMap.newKeySet();
  private Look last;

  StandingFigures(
      StandingViews views,
      PartnerCatalog catalog,
      Breakers breakers,
      Clock clock,
      @Qualifier("machineClock") Clock machine,
      MeterRegistry meters) {
    this.views = views;
    this.catalog = catalog;
    this.breakers = breakers;
    this.clock = clock;
    this.machine = machine;
    this.meters = meters;
    meters.gauge("gateway.deadline.at.risk", this, figures -> number(figures.look().atRisk()));
    meters.gauge("gateway.unmaskings.hour", this, figures -> number(figures.look().unmasked()));
  }

  /** Whoever is there for the first time has figures from then on. */
  private synchronized Look look() {
    if (last == null || System.nanoTime() - last.nanos() > FRESH.toNanos()) {
      last = looked();
      last.queues().keySet().forEach(this::showReceiver);
      last.waiting().keySet().forEach(this::showStage);
    }
    return last;
  }

  private Look looked() {
    Instant now = machine.instant();
    try {
      return new Look(
          System.nanoTime(),
          by(views.queues(receivers()), Queue::receiver),
          by(views.waiting(), Waiting::stage),
          views.parkedSince(now.minus(RECENT)).stream()
              .collect(Collectors.toMap(Count::stage, Count::count)),
          views.dueBy(clock.instant().plus(AT_RISK)),
          views.unmaskedSince(now.minus(HOUR)));
    } catch (DataAccessException | TransactionException away) {
      return new Look(System.nanoTime(), Map.of(), Map.of(), Map.of(), null, null);
    }
  }

  private List<String> receivers() {
    return catalog.partners().stream()
        .filter(partner -> !partner.receives().isEmpty())
        .map(Partner::id)
        .toList();
  }

  private void showReceiver(String receiver) {
    show(
        "gateway.route.queued",
        "receiver",
        receiver,
        look -> number(look.queues().get(receiver), Queue::depth));
    show(
        "gateway.route.oldest.seconds",
        "receiver",
        receiver,
        look -> number(look.queues().get(receiver), queue -> age(queue.oldest())));
    show(
        "gateway.receiver.failing.percent",
        "receiver",
        receiver,
        look -> breakers.failingPercent(receiver));
  }

  private void showStage(String stage) {
    show(
        "gateway.deadletter.size",
        "stage",
        stage,
        look -> known(look, number(look.waiting().get(stage), Waiting::count)));
    show(
        "gateway.deadletter.oldest.seconds",
        "stage",
        stage,
        look -> known(look, number(look.waiting().get(stage), each -> age(each.oldest()))));
    show(
        "gateway.deadletter.recent",
        "stage",
        stage,
        look -> known(look, look.recent().getOrDefault(stage, 0L)));
  }

  private void show(String name, String label, String value, ToDoubleFunction<Look> figure) {
    if (shown.add(name + " " + value)) {
      Gauge.builder(name, this, figures -> figure.applyAsDouble(figures.look()))
          .tag(label, value)
          .register(meters);
    }
  }

  /** Where nothing is said of a stage nothing waits there, if the database answered. */
  private static double known(Look look, double figure) {
    if (look.unmasked() == null) {
      return Double.NaN;
    }
    return Double.isNaN(figure) ? 0 : figure;
  }

  private static double number(Long figure) {
    return figure == null ? Double.NaN : figure;
  }

  private static <T> double number(T found, ToDoubleFunction<T> figure) {
    return found == null ? Double.NaN : figure.applyAsDouble(found);
  }

  private double age(Instant since) {
    return since == null ? 0 : Duration.between(since, machine.instant()).toSeconds();
  }

  private static <T> Map<String, T> by(List<T> rows, Function<T, String> name) {
    return rows.stream().collect(Collectors.toMap(name, Function.identity()));
  }
}
