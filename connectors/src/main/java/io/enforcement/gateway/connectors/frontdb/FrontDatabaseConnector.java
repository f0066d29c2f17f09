package io.enforcement.gateway.connectors.frontdb;

import com.zaxxer.hikari.HikariDataSource;
import io.enforcement.gateway.connectors.Connector;
import io.enforcement.gateway.connectors.ConnectorSettings;
import io.enforcement.gateway.connectors.Dispatch;
import io.enforcement.gateway.connectors.Outcome;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Writes one delivery into the partner's database (effect class D): its rows and an entry in a
 * ledger table, in one transaction there. The ledger makes repeating safe: a key that is there
 * already is accepted and nothing is written again. Rows may go with the exchange columns that the
 * partner wants ({@link ExchangeColumns}) and under a batch number ({@link BatchNumbers}).
 *
 * <p>The partner provides the ledger: {@code CREATE TABLE gateway_ledger (delivery_key varchar(100)
 * PRIMARY KEY, written_at timestamp NOT NULL)}, with {@code cd_batch varchar(32)} where batches are
 * numbered.
 *
 * <p>Thread-safe; as many deliveries at a time as the pool has connections.
 */
public final class FrontDatabaseConnector implements Connector {

  private static final byte[] NOTHING = {};
  private static final String TABLE = "table.";

  private final FrontDatabaseDialect dialect;
  private final Map<String, String> tables = new HashMap<>();
  private final Clock clock;
  private final ExchangeColumns columns;
  private final Ledger ledger;
  private final BatchNumbers numbers;
  private final Values values;
  private final Table.Cache described;
  private final HikariDataSource database;

  /**
   * @throws IllegalArgumentException when a setting is missing or wrong
   */
  public FrontDatabaseConnector(ConnectorSettings settings) {
    this(settings, Clock.system(FrontDatabaseSettings.zone(settings)));
  }

  /**
   * @param clock tells the time at the partner's place
   */
  FrontDatabaseConnector(ConnectorSettings settings, Clock clock) {
    this.clock = clock;
    dialect = FrontDatabaseSettings.dialect(settings);
    described = new Table.Cache(dialect);
    values = new Values(dialect, FrontDatabaseSettings.zone(settings));
    columns = new ExchangeColumns(settings);
    ledger = new Ledger(settings, dialect, described);
    numbers = new BatchNumbers(settings, dialect, described);
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
        RowBatch rows = RowBatch.parse(dispatch.body());
        LocalDateTime now = LocalDateTime.now(clock);
        Optional<String> batch =
            columns.batched()
                ? Optional.of(numbers.next(connection, now.toLocalDate()))
                : Optional.empty();
        if (!ledger.enter(connection, dispatch.key(), batch)) {
          return known(connection, dispatch.key());
        }
        columns.complete(rows, new ExchangeColumns.Stamp(dispatch.key(), now, batch));
        rows.insert(connection, dialect, described.of(connection, realTable(rows)), values);
        committing = true;
        connection.commit();
        return new Outcome.Accepted(rows.rows().size() + " rows written" + under(batch), NOTHING);
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

  /** The batch number taken for nothing goes back. */
  private Outcome known(Connection connection, String key) throws SQLException {
    connection.rollback();
    Optional<String> batch = columns.batched() ? ledger.batch(connection, key) : Optional.empty();
    connection.rollback();
    return new Outcome.Accepted("the ledger has it already" + under(batch), NOTHING);
  }

  private static String under(Optional<String> batch) {
    return batch.map(number -> ", batch " + number).orElse("");
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

  /** By SQLSTATE and names only: a database's message quotes rows. */
  private Outcome outcome(SQLException thrown, boolean committing) {
    SQLException failure = FrontDatabaseDialect.ofRow(thrown);
    String state = String.valueOf(failure.getSQLState());
    if (dialect.refusesRows(failure)) {
      String about = dialect.complaint(failure).map(name -> ", " + name).orElse("");
      return new Outcome.Refused("the database refuses the rows: " + state + about, NOTHING);
    }
    if (state.startsWith("42")) {
      described.forget();
    }
    return committing && !isRolledBack(state)
        ? new Outcome.Ambiguous("lost while committing: SQLSTATE " + state, NOTHING)
        : new Outcome.Unavailable("nothing written: SQLSTATE " + state, NOTHING);
  }

  /** Class 40 is a rollback (deadlock, serialization), but for 40003: nobody knows. */
  private static boolean isRolledBack(String state) {
    return state.startsWith("40") && !state.equals("40003");
  }

  /** Tries to enter the key: a transaction that still writes it is waited for, none is missed. */
  @Override
  public Presence ask(Dispatch dispatch) {
    try (Connection connection = database.getConnection()) {
      boolean entered = ledger.enter(connection, dispatch.key(), Optional.empty());
      connection.rollback();
      return entered ? Presence.NOT_FOUND : Presence.FOUND;
    } catch (SQLException e) {
      return Presence.UNKNOWN;
    }
  }

  @Override
  public void close() {
    database.close();
  }
}
