package io.enforcement.gateway.routes.exchange;

import io.enforcement.gateway.connectors.Connector;
import io.enforcement.gateway.connectors.ConnectorFactory;
import io.enforcement.gateway.connectors.Source;
import io.enforcement.gateway.routes.CannotStart;
import io.enforcement.gateway.routes.broker.AmqpDoor;
import io.enforcement.gateway.routes.partner.Partner;
import io.enforcement.gateway.routes.partner.Partner.Receiving;
import io.enforcement.gateway.routes.partner.Partner.Sending;
import io.enforcement.gateway.routes.partner.PartnerCatalog;
import io.enforcement.gateway.routes.partner.SiteFault;
import io.enforcement.gateway.routes.security.MissingSecret;
import jakarta.annotation.PreDestroy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * The open connectors and sources of the partners in service; closed with the application.
 * Thread-safe.
 */
@Component
public class Connections {

  private final ConnectorFactory factory = new ConnectorFactory();
  private final Map<String, PartnerConnections> partners = new ConcurrentHashMap<>();
  private final AmqpDoor door;

  /**
   * Opens those of all partners. A site's own partner that lacks something is set aside; what a
   * shipped one lacks, the site has just switched it on without, and people have to hear.
   *
   * @throws CannotStart naming all that shipped partners lack
   */
  Connections(PartnerCatalog catalog, AmqpDoor door) {
    this.door = door;
    List<String> faults = new ArrayList<>();
    for (Partner partner : catalog.partners()) {
      try {
        partners.put(partner.id(), complete(catalog, partner));
      } catch (IllegalArgumentException | MissingSecret e) {
        if (catalog.isOwn(partner.id())) {
          catalog.setAside(partner, e.getMessage());
        } else {
          faults.add("partner " + partner.id() + ": " + e.getMessage());
        }
      }
    }
    if (!faults.isEmpty()) {
      close();
      throw new CannotStart(String.join("; ", faults));
    }
  }

  private PartnerConnections complete(PartnerCatalog catalog, Partner partner) {
    List<SiteFault> faults = catalog.faults(partner.id());
    if (!faults.isEmpty()) {
      throw new IllegalArgumentException(SiteFault.inOneLine(faults));
    }
    return open(partner);
  }

  Connector connector(String partner, String exchange) {
    return partners.get(partner).connector(exchange);
  }

  Source source(String partner, String exchange) {
    return partners.get(partner).source(exchange);
  }

  /** Opens what a partner needs, without using it yet. */
  PartnerConnections open(Partner partner) {
    PartnerConnections opened = new PartnerConnections();
    for (Receiving receiving : partner.receives()) {
      if (!receiving.pulled()) {
        opened.connector(receiving.exchange(), () -> connector(receiving));
      }
    }
    for (Sending sending : partner.sends()) {
      if (sending.polled()) {
        opened.source(sending.exchange(), () -> source(sending));
      }
    }
    return opened;
  }

  /** Uses these from now on, and closes those so far; nothing may be under way over them. */
  void use(String partner, PartnerConnections opened) {
    PartnerConnections before =
        opened == null ? partners.remove(partner) : partners.put(partner, opened);
    if (before != null) {
      before.close();
    }
  }

  private Connector connector(Receiving receiving) {
    return receiving.via().equals(AmqpDoor.VIA)
        ? door.connector(receiving.settings())
        : factory.connector(receiving.via(), receiving.settings());
  }

  private Source source(Sending sending) {
    return sending.via().equals(AmqpDoor.VIA)
        ? door.source(sending.exchange(), sending.settings())
        : factory.source(sending.via(), sending.settings());
  }

  @PreDestroy
  void close() {
    partners.values().forEach(PartnerConnections::close);
  }
}
