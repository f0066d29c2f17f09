package io.enforcement.gateway.connectors.frontdb;

import com.zaxxer.hikari.HikariDataSource;
import io.enforcement.gateway.connectors.Connector;
import io.enforcement.gateway.connectors.ConnectorSettings;
import io.enforcement.gateway.connectors.Dispatch;
import io.enforcement.gateway.connectors.Outcome;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/**
 * Writes one delivery into the partner's database (effect class D): its rows and an entry in a
 * ledger table, in one transaction there. The ledger makes repeating safe: a key that is there
 * already is accepted and nothing is written again.
 *
 * <p>The partner provides the ledger: {@code CREATE TABLE gateway_ledger (delivery_key varchar(100)
 * PRIMARY KEY, written_at timestamp NOT NULL)}.
 *
 * <p>Thread-safe; as many deliveries at a time as the pool has connections.
 */
public final class FrontDatabaseConnector implements Connector {

  private static final byte[] NOTHING = {};
  private static final String TABLE = "table.";

  private final FrontDatabaseDialect dialect;
  private final Map<String, String> tables = new HashMap<>();
  private final String ledger;
  private final Values values;
  private final Table.Cache described;
  private final HikariDataSource database;

  /**
   * @throws IllegalArgumentException when a setting is missing or wrong
   */
  public FrontDatabaseConnector(ConnectorSettings settings) {
    dialect = FrontDatabaseSettings.dialect(settings);
    described = new Table.Cache(dialect);
    values = new Values(FrontDatabaseSettings.zone(settings));
    ledger = FrontDatabaseSettings.table(settings, "ledger", "gateway_ledger");
    settings.values().keySet().stream()
        .filter(name -> name.startsWith(TABLE))
        .forEach(
            name ->
                tables.put(
                    name.substring(TABLE.length()),
                    FrontDatabaseSettings.table(settings, name, null)));
    database = FrontDatabaseSettings.pool(settings, dialect, 4);
  }

  @Override
  public Outcome send(Dispatch dispatch) {
    boolean committing = false;
    try (Connection connection = database.getConnection()) {
      try {
        RowBatch batch = RowBatch.parse(dispatch.body());
        if (!enter(connection, dispatch.key())) {
          connection.rollback();
          return new Outcome.Accepted("the ledger has it already", NOTHING);
        }
        Table target = described.of(connection, realTable(batch));
        batch.insert(connection, dialect, target, values);
        committing = true;
        connection.commit();
        return new Outcome.Accepted(batch.rows().size() + " rows written", NOTHING);
      } catch (RowBatch.Unfit e) {
        connection.rollback();
        return new Outcome.Refused(e.getMessage(), NOTHING);
      } catch (SQLException e) {
        rollback(connection);
        return outcome(e, committing);
      }
    } catch (SQLException e) {
      return outcome(e, committing);
    }
  }

  private boolean enter(Connection connection, String key) throws SQLException {
    String entry = dialect.ledgerInsert(described.of(connection, ledger).sqlName());
    try (PreparedStatement insert = connection.prepareStatement(entry)) {
      insert.setString(1, key);
      return insert.executeUpdate() == 1;
    }
  }

  private String realTable(RowBatch batch) throws RowBatch.Unfit {
    String real = tables.get(batch.table());
    if (real == null) {
      throw new RowBatch.Unfit("no setting table.* for the table of the body");
    }
    return real;
  }

  /** The database undoes it by itself when it cannot be told any more. */
  private static void rollback(Connection connection) {
    try {
      connection.rollback();
    } catch (SQLException e) {
      // The failure before this one is the one that counts.
    }
  }

  /** By SQLSTATE only: a database's message quotes rows. */
  private Outcome outcome(SQLException failure, boolean committing) {
    String state = failure.getSQLState() == null ? "none" : failure.getSQLState();
    if (state.startsWith("23") || state.startsWith("22")) {
      String constraint =
          dialect
              .constraint(failure)
              .filter(FrontDatabaseSettings::isIdentifier)
              .map(name -> ", constraint " + name)
              .orElse("");
      return new Outcome.Refused("the database refuses the rows: " + state + constraint, NOTHING);
    }
    if (state.startsWith("42")) {
      described.forget();
    }
    return committing && !state.startsWith("40")
        ? new Outcome.Ambiguous("lost while committing: SQLSTATE " + state, NOTHING)
        : new Outcome.Unavailable("nothing written: SQLSTATE " + state, NOTHING);
  }

  @Override
  public Presence ask(Dispatch dispatch) {
    try (Connection connection = database.getConnection()) {
      String question =
          "SELECT 1 FROM " + described.of(connection, ledger).sqlName() + " WHERE delivery_key = ?";
      try (PreparedStatement select = connection.prepareStatement(question)) {
        select.setString(1, dispatch.key());
        try (ResultSet entry = select.executeQuery()) {
          Presence presence = entry.next() ? Presence.FOUND : Presence.NOT_FOUND;
          connection.rollback();
          return presence;
        }
      }
    } catch (SQLException e) {
      return Presence.UNKNOWN;
    }
  }

  @Override
  public void close() {
    database.close();
  }
}
