package io.enforcement.gateway.routes.exchange;

import io.enforcement.gateway.connectors.Connector;
import io.enforcement.gateway.connectors.ConnectorFactory;
import io.enforcement.gateway.connectors.Source;
import io.enforcement.gateway.routes.broker.AmqpDoor;
import io.enforcement.gateway.routes.partner.Partner;
import io.enforcement.gateway.routes.partner.Partner.Receiving;
import io.enforcement.gateway.routes.partner.Partner.Sending;
import io.enforcement.gateway.routes.partner.PartnerCatalog;
import jakarta.annotation.PreDestroy;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * The open connectors and sources of the partners in service; closed with the application.
 * Thread-safe.
 */
@Component
public class Connections {

  private final Map<String, Connector> connectors = new ConcurrentHashMap<>();
  private final Map<String, Source> sources = new ConcurrentHashMap<>();

  Connections(PartnerCatalog catalog, AmqpDoor door) {
    ConnectorFactory factory = new ConnectorFactory();
    for (Partner partner : catalog.partners()) {
      for (Receiving receiving : partner.receives()) {
        if (receiving.pulled()) {
          continue;
        }
        connectors.put(
            key(partner.id(), receiving.exchange()),
            receiving.via().equals(AmqpDoor.VIA)
                ? door.connector(receiving.settings())
                : factory.connector(receiving.via(), receiving.settings()));
      }
      for (Sending sending : partner.sends()) {
        if (sending.polled()) {
          sources.put(
              key(partner.id(), sending.exchange()),
              sending.via().equals(AmqpDoor.VIA)
                  ? door.source(sending.exchange(), sending.settings())
                  : factory.source(sending.via(), sending.settings()));
        }
      }
    }
  }

  Connector connector(String partner, String exchange) {
    return connectors.get(key(partner, exchange));
  }

  Source source(String partner, String exchange) {
    return sources.get(key(partner, exchange));
  }

  @PreDestroy
  void close() {
    connectors.values().forEach(Connector::close);
    sources.values().forEach(Source::close);
  }

  private static String key(String partner, String exchange) {
    return partner + "/" + exchange;
  }
}
