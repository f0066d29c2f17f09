package io.enforcement.gateway.connectors.frontdb;

import io.enforcement.gateway.connectors.ConnectorSettings;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/**
 * The table in the partner's database that remembers which deliveries are there, and with which
 * batch number where the partner wants one. Thread-safe.
 */
final class Ledger {

  private static final String KEY = "delivery_key";
  private static final String BATCH = "cd_batch";

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
  boolean enter(Connection connection, String key, Optional<String> batch) throws SQLException {
    String entry =
        "INSERT INTO "
            + described.of(connection, name).sqlName()
            + (batch.isPresent()
                ? " (delivery_key, written_at, cd_batch) VALUES (?, CURRENT_TIMESTAMP, ?)"
                : " (delivery_key, written_at) VALUES (?, CURRENT_TIMESTAMP)")
            + dialect.unlessThere(KEY);
    try (PreparedStatement insert = connection.prepareStatement(entry)) {
      insert.setString(1, key);
      if (batch.isPresent()) {
        insert.setString(2, batch.get());
      }
      return insert.executeUpdate() == 1;
    }
  }

  /** The batch number that a delivery got when it was entered. */
  Optional<String> batch(Connection connection, String key) throws SQLException {
    String question =
        "SELECT %s FROM %s WHERE %s = ?"
            .formatted(BATCH, described.of(connection, name).sqlName(), KEY);
    try (PreparedStatement select = connection.prepareStatement(question)) {
      select.setString(1, key);
      try (ResultSet entry = select.executeQuery()) {
        return entry.next() ? Optional.ofNullable(entry.getString(1)) : Optional.empty();
      }
    }
  }
}
