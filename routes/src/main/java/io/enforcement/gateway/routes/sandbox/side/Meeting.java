package io.enforcement.gateway.routes.sandbox.side;

import java.util.Map;
import java.util.TreeMap;

/**
 * Where the two sides meet, as the partner's {@code partner.yaml} agrees it for each exchange: a
 * folder, a queue or the name of a table.
 *
 * @param sends by exchange
 * @param receives by exchange
 */
public record Meeting(Map<String, String> sends, Map<String, String> receives) {

  public Meeting {
    sends = new TreeMap<>(sends);
    receives = new TreeMap<>(receives);
  }
}
