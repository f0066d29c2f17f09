package io.enforcement.gateway.routes.sandbox.tour;

import java.util.Map;
import java.util.TreeMap;

/**
 * Where the two sides meet, as the guest's {@code partner.yaml} agrees it for each exchange: a
 * folder, a queue, the name of a table or a path of ours. A part of {@code
 * sandbox/tour-places.csv}.
 *
 * @param sends by exchange
 * @param receives by exchange
 */
record Places(Map<String, String> sends, Map<String, String> receives) {

  static Places of(Guest guest) {
    Places places = new Places(new TreeMap<>(), new TreeMap<>());
    for (String[] row : Table.rows("sandbox/tour-places.csv")) {
      if (row[0].equals(guest.id())) {
        Map<String, String> way = row[1].equals("sends") ? places.sends : places.receives;
        way.put(row[2], row[3]);
      }
    }
    return places;
  }
}
