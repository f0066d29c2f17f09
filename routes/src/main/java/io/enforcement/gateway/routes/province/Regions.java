package io.enforcement.gateway.routes.province;

import io.enforcement.gateway.routes.partner.PartnerCatalog;
import java.util.Optional;

/** Which division a partner stands for. */
public final class Regions {

  private Regions() {}

  /** As its setting {@code region} says. */
  public static Optional<String> of(PartnerCatalog catalog, String partner) {
    return catalog.partner(partner).stream()
        .flatMap(p -> p.sends().stream())
        .flatMap(exchange -> exchange.settings().optional("region").stream())
        .findFirst();
  }
}
