package io.enforcement.gateway.routes.sandbox.tour;

import io.enforcement.gateway.routes.sandbox.side.Meeting;
import java.util.Map;
import java.util.TreeMap;

/** Where guests are met: {@code sandbox/tour-places.csv}. */
final class Places {

  private Places() {}

  /** The part that is about one guest. */
  static Meeting of(Guest guest) {
    Map<String, String> sends = new TreeMap<>();
    Map<String, String> receives = new TreeMap<>();
    for (String[] row : Table.rows("sandbox/tour-places.csv")) {
      if (row[0].equals(guest.id())) {
        Map<String, String> way = row[1].equals("sends") ? sends : receives;
        way.put(row[2], row[3]);
      }
    }
    return new Meeting(sends, receives);
  }
}
