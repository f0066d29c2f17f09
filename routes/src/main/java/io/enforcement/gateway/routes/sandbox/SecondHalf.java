package io.enforcement.gateway.routes.sandbox;

import io.enforcement.gateway.routes.sandbox.GatewayApi.Exchange;
import io.enforcement.gateway.routes.sandbox.tour.Tour;
import java.net.URI;
import java.util.List;
import java.util.Map;

/**
 * The second half of the demonstration: all other partners. Each guest sends what its folder's
 * samples show, a region reports every record of the standard, and at the end each exchange is
 * shown with what became of its last message. Used by one thread, once.
 */
final class SecondHalf {

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
    try {
      int documents = 0;
      for (Exchange exchange : api.exchanges()) {
        if (exchange.sends() && tour.guests().contains(exchange.partner())) {
          boolean taken = tour.send(gateway, run, exchange.partner(), sending(exchange));
          documents += taken ? 1 : 0;
        }
      }
      progress.say(
          "其他对接单位报送 " + documents + " 份", "the other partners sent " + documents + " documents");
      int records = tour.report(gateway, run);
      progress.say("地区上报 " + records + " 条记录", "a region reported " + records + " records");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Patience.Exhausted("interrupted");
    }
    patience.until(() -> "the second half to come to rest", this::atRest);
  }

  /** Who cannot be called fetches meanwhile. */
  private boolean atRest() {
    try {
      return tour.fetch(gateway) == 0 && api.totals().atRest();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Patience.Exhausted("interrupted");
    }
  }

  /**
   * Shows each exchange of each guest; returns those that nothing has ever come or gone through.
   */
  List<Exchange> show() {
    List<Exchange> all =
        api.exchanges().stream().filter(e -> tour.guests().contains(e.partner())).toList();
    Map<String, Integer> arrived = tour.arrived();
    for (Exchange e : all) {
      progress.say(
          e.partner() + (e.sends() ? " → " : " ← ") + e.name() + " (" + e.via() + ")",
          e.state().isEmpty() ? "-" : e.state());
    }
    arrived.forEach((id, count) -> progress.say(id, count + " in its own ledger"));
    return all.stream().filter(e -> e.state().isEmpty()).toList();
  }

  private static Tour.Sending sending(Exchange exchange) {
    return new Tour.Sending(exchange.name(), exchange.via(), exchange.contentType());
  }
}
