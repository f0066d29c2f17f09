package io.enforcement.gateway.routes.sandbox;

import io.enforcement.gateway.routes.sandbox.GatewayApi.Exchange;
import io.enforcement.gateway.routes.sandbox.GatewayApi.Receiver;
import io.enforcement.gateway.routes.sandbox.GatewayApi.Totals;
import io.enforcement.gateway.routes.sandbox.farside.Ledger.Event;
import io.enforcement.gateway.routes.sandbox.side.Sending;
import io.enforcement.gateway.routes.sandbox.tour.Tour;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The second half of the demonstration: all other partners. Each guest sends what its folder's
 * samples show, a region reports every record of the standard and then what leads to the exchanges
 * that are still silent, who has something to reject rejects it, and at the end each exchange is
 * shown with what became of its last message. Used by one thread, once.
 */
final class SecondHalf {

  private static final String PARKED = "PARKED";

  private final Tour tour;
  private final URI gateway;
  private final GatewayApi api;
  private final Patience patience;
  private final Progress progress;

  SecondHalf(Tour tour, URI gateway, GatewayApi api, Patience patience, Progress progress) {
    this.tour = tour;
    this.gateway = gateway;
    this.api = api;
    this.patience = patience;
    this.progress = progress;
  }

  void play(int run) {
    tour.begin(gateway);
    try {
      int documents = send(run, false);
      int records = tour.report(run);
      progress.say(
          "其他对接单位报送 " + documents + " 份,地区上报 " + records + " 条记录",
          "the others sent " + documents + " documents, a region " + records + " records");
      rest();
      int letters = reportToTheSilent(run);
      rest();
      int answers = send(run, true);
      progress.say(
          "补报 " + letters + " 条,退回 " + answers + " 条",
          "for exchanges still silent " + letters + ", rejections " + answers);
      rest();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Patience.Exhausted("interrupted");
    }
  }

  /**
   * Each guest sends of each of its exchanges; returns how many were taken, once they have come.
   */
  private int send(int run, boolean answering) throws InterruptedException {
    Set<String> taken = new TreeSet<>();
    for (Exchange exchange : api.exchanges()) {
      if (exchange.sends()
          && tour.guests().contains(exchange.partner())
          && tour.send(run, exchange.partner(), sending(exchange), answering)) {
        taken.add(exchange.title());
      }
    }
    patience.until(() -> "what was sent to come: " + silent(taken), () -> silent(taken).isEmpty());
    return taken.size();
  }

  private List<String> silent(Set<String> among) {
    return silent().stream().map(Exchange::title).filter(among::contains).toList();
  }

  /**
   * A region reports what leads to the exchanges that nothing has gone through yet, or nothing that
   * the partner's format can say.
   */
  private int reportToTheSilent(int run) throws InterruptedException {
    int taken = 0;
    for (Exchange exchange : api.exchanges()) {
      boolean wanting = exchange.state().isEmpty() || exchange.state().equals(PARKED);
      if (wanting && !exchange.sends() && tour.guests().contains(exchange.partner())) {
        taken += tour.report(run, exchange.partner(), exchange.name());
      }
    }
    return taken;
  }

  private void rest() {
    patience.until(() -> "the second half to come to rest: " + behind(), this::atRest);
  }

  /** Who has to look for what comes does so meanwhile. */
  private boolean atRest() {
    try {
      return tour.look() == 0 && api.totals().atRest() && behind().isEmpty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Patience.Exhausted("interrupted");
    }
  }

  /** The guests that have not found all that the gateway says it has delivered. */
  private List<String> behind() {
    Map<String, Receiver> counts = api.totals().receivers();
    return tour.ledgers().entrySet().stream()
        .filter(guest -> counts.containsKey(guest.getKey()))
        .filter(
            guest ->
                guest.getValue().keys(Event.ARRIVED).size()
                    < counts.get(guest.getKey()).delivered())
        .map(Map.Entry::getKey)
        .toList();
  }

  /**
   * Where the guests' own ledgers and the gateway's counts differ. A deadline that comes due
   * meanwhile sets something in motion: only what stands still from beginning to end is compared.
   */
  List<String> differences() {
    while (true) {
      rest();
      Totals counts = api.totals();
      List<String> differences = differences(counts);
      if (counts.atRest() && counts.equals(api.totals())) {
        return differences;
      }
    }
  }

  private List<String> differences(Totals counts) {
    Reconciliation accounts = Reconciliation.of(counts);
    tour.ledgers()
        .forEach(
            (id, ledger) ->
                accounts.compareCounts(id, ledger.keys(Event.ARRIVED), ledger.keys(Event.REFUSED)));
    return accounts.differences();
  }

  /** The exchanges of all partners that nothing has ever come or gone through. */
  List<Exchange> silent() {
    return api.exchanges().stream().filter(e -> e.state().isEmpty()).toList();
  }

  /** Shows each exchange of each partner with what became of its last message. */
  void show() {
    List<Exchange> all = api.exchanges();
    all.forEach(e -> progress.say(e.title() + " (" + e.via() + ")", e.shown()));
    tour.ledgers()
        .forEach((id, own) -> progress.say(id, own.count(Event.ARRIVED) + " in its own ledger"));
    long partners = all.stream().map(Exchange::partner).distinct().count();
    long silent = all.stream().filter(e -> e.state().isEmpty()).count();
    progress.say(
        "%d 个对接单位、%d 个交换项,无消息的 %d 个".formatted(partners, all.size(), silent),
        "%d partners, %d exchanges, %d without a message".formatted(partners, all.size(), silent));
  }

  private static Sending sending(Exchange exchange) {
    return new Sending(exchange.name(), exchange.via(), exchange.contentType());
  }
}
