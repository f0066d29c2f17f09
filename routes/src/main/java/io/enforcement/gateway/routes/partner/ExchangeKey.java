package io.enforcement.gateway.routes.partner;

import java.util.Collection;

/** An exchange of a partner, whichever of the two sends. */
public record ExchangeKey(String partner, String exchange) {

  public static String[] partners(Collection<ExchangeKey> exchanges) {
    return exchanges.stream().map(ExchangeKey::partner).toArray(String[]::new);
  }

  public static String[] names(Collection<ExchangeKey> exchanges) {
    return exchanges.stream().map(ExchangeKey::exchange).toArray(String[]::new);
  }
}
