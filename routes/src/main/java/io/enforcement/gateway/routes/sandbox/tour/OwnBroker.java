package io.enforcement.gateway.routes.sandbox.tour;

import io.enforcement.gateway.connectors.Secret;
import io.enforcement.gateway.routes.sandbox.farside.BrokerPartner;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A guest with a broker of its own: its account for the gateway, its queues. */
final class OwnBroker {

  private OwnBroker() {}

  static FarSide start(Guest guest, Path directory, Secret secret) {
    Places places = Places.of(guest);
    String aside = guest.id() + ".aside";
    List<String> queues = new ArrayList<>(places.sends().values());
    queues.addAll(places.receives().values());
    queues.add(aside);
    BrokerPartner partner = new BrokerPartner(guest.id(), directory, Tour.GATEWAY, secret, queues);
    Map<String, String> settings =
        Map.of(
            "broker",
            "tcp://127.0.0.1:" + partner.port(),
            "user",
            Tour.GATEWAY,
            "aside",
            aside,
            "poll",
            Tour.POLL);
    return new QueueSide(partner, settings, places.sends()::get, places.receives().values());
  }
}
