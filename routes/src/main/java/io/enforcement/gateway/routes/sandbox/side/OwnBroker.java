package io.enforcement.gateway.routes.sandbox.side;

import io.enforcement.gateway.connectors.Secret;
import io.enforcement.gateway.routes.sandbox.farside.BrokerPartner;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A partner with a broker of its own: its account for the gateway, its queues. */
public final class OwnBroker {

  private OwnBroker() {}

  /**
   * Starts the broker.
   *
   * @param account of the gateway
   * @param queues by exchange
   * @param poll how often the gateway looks
   */
  public static FarSide start(
      String id, Path directory, String account, Secret secret, Meeting queues, String poll) {
    String aside = id + ".aside";
    List<String> all = new ArrayList<>(queues.sends().values());
    all.addAll(queues.receives().values());
    all.add(aside);
    BrokerPartner partner =
        new BrokerPartner(id, directory, account, secret, all.stream().distinct().toList());
    Map<String, String> settings =
        Map.of(
            "broker",
            "tcp://127.0.0.1:" + partner.port(),
            "user",
            account,
            "aside",
            aside,
            "poll",
            poll);
    return new QueueSide(partner, settings, queues.sends()::get, queues.receives().values(), aside);
  }
}
