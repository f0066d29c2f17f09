package io.enforcement.gateway.routes.sandbox.farside;

import io.enforcement.gateway.routes.sandbox.farside.Ledger.Event;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Notes in a partner's own ledger which deliveries have come into its front-end database, as the
 * table {@code gateway_ledger} there tells. Used by one thread.
 */
final class FrontArrivals {

  private static final int ROWS = 1000;

  private final JdbcTemplate sql;
  private final Ledger ledger;

  FrontArrivals(JdbcTemplate sql, Ledger ledger) {
    this.sql = sql;
    this.ledger = ledger;
  }

  /**
   * Returns how many were new. The ledger lines first, then the marks: after a crash between them
   * the keys are known.
   */
  int note() {
    List<String> keys =
        sql.queryForList(
            "select delivery_key from gateway_ledger where not seen order by written_at limit "
                + ROWS,
            String.class);
    if (keys.isEmpty()) {
      return 0;
    }
    Set<String> known = ledger.keys(Event.ARRIVED).keySet();
    ledger.append(
        Event.ARRIVED,
        keys.stream().filter(key -> !known.contains(key)).toList(),
        "gateway_ledger");
    sql.batchUpdate(
        "update gateway_ledger set seen = true where delivery_key = ?",
        keys.stream().map(key -> new Object[] {key}).toList());
    return keys.size();
  }
}
