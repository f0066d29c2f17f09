package io.enforcement.gateway.connectors.frontdb;

import io.enforcement.gateway.connectors.ConnectorSettings;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** The table in the partner's database that remembers which deliveries are there. Thread-safe. */
final class Ledger {

  private static final String KEY = "delivery_key";

  private final FrontDatabaseDialect dialect;
  private final Table.Cache described;
  private final String name;

  Ledger(ConnectorSettings settings, FrontDatabaseDialect dialect, Table.Cache described) {
    this.dialect = dialect;
    this.described = described;
    name = FrontDatabaseSettings.table(settings, "ledger", "gateway_ledger");
  }

  /**
   * Enters a delivery. Waits for a transaction that is entering the same key, so that the answer is
   * final.
   *
   * @return false when it is there already
   */
  boolean enter(Connection connection, String key) throws SQLException {
    String entry =
        "INSERT INTO "
            + described.of(connection, name).sqlName()
            + " (delivery_key, written_at) VALUES (?, CURRENT_TIMESTAMP)"
            + dialect.unlessThere(KEY);
    try (PreparedStatement insert = connection.prepareStatement(entry)) {
      insert.setString(1, key);
      return insert.executeUpdate() == 1;
    }
  }
}
