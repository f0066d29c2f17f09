package io.enforcement.gateway.connectors.frontdb;

import com.zaxxer.hikari.HikariDataSource;
import io.enforcement.gateway.connectors.ConnectorSettings;
import io.enforcement.gateway.connectors.Source;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * Fetches rows that a partner marked unread: one by one, or a finished batch at a time as one item
 * (setting {@code group-by}). Rows are locked, handed over and marked in one transaction of the
 * partner's database; a crash in between shows them again and the taker recognises them.
 *
 * <p>The flag alone says what is new, never a highest key or time seen: transactions commit out of
 * order, and a row that comes late would be skipped for good. Used by one thread at a time.
 */
public final class FrontDatabaseSource implements Source {

  private final FrontDatabaseDialect dialect;
  private final String table;
  private final String realTable;
  private final String keyColumn;
  private final String flagColumn;
  private final Optional<FinishedBatches> batches;
  private final int mostRows;
  private final Values values;
  private final RowJson json;
  private final Flags flags;
  private final Table.Cache described;
  private final HikariDataSource database;

  /**
   * @throws IllegalArgumentException when a setting is missing or wrong
   */
  public FrontDatabaseSource(ConnectorSettings settings) {
    dialect = FrontDatabaseSettings.dialect(settings);
    described = new Table.Cache(dialect);
    values = new Values(dialect, FrontDatabaseSettings.zone(settings));
    json = new RowJson(FrontDatabaseSettings.zone(settings));
    flags = new Flags(settings, values);
    table = FrontDatabaseSettings.table(settings, "table", null);
    // A site may map the logical name, as for what it receives.
    realTable = FrontDatabaseSettings.table(settings, "table." + table, table);
    keyColumn =
        FrontDatabaseSettings.identifier(settings, "key-column", settings.required("key-column"));
    flagColumn =
        FrontDatabaseSettings.identifier(settings, "flag-column", settings.required("flag-column"));
    batches = settings.optional("group-by").map(group -> new FinishedBatches(settings, group));
    mostRows = settings.number("max-rows", 10_000);
    database = FrontDatabaseSettings.pool(settings, dialect, 1);
  }

  @Override
  public int poll(int limit, Taker taker) throws Unreachable {
    try (Connection connection = database.getConnection()) {
      try {
        Inbox inbox = inbox(connection);
        int handed =
            batches.isPresent()
                ? handOverBatches(inbox, batches.get(), limit, taker)
                : handOverRows(inbox, limit, taker);
        connection.commit();
        return handed;
      } catch (SQLException | RuntimeException e) {
        connection.rollback();
        throw e;
      }
    } catch (SQLException e) {
      described.forget();
      throw new Unreachable("the front database failed: SQLSTATE " + e.getSQLState(), e);
    }
  }

  private Inbox inbox(Connection connection) throws SQLException {
    Table real = described.of(connection, realTable);
    Table.Column key = Inbox.column(real, keyColumn);
    Table.Column flag = Inbox.column(real, flagColumn);
    return new Inbox(connection, dialect, values, json, real, key, flag, flags.unread(flag));
  }

  private int handOverRows(Inbox inbox, int limit, Taker taker) throws SQLException {
    int handed = 0;
    for (Inbox.Row row : inbox.claim(limit)) {
      Item item = new Item(String.valueOf(row.key()), RowJson.row(table, row.content()));
      if (!handOver(inbox, item, List.of(row), taker)) {
        break;
      }
      handed++;
    }
    return handed;
  }

  private int handOverBatches(Inbox inbox, FinishedBatches finished, int limit, Taker taker)
      throws SQLException {
    Table.Column group = finished.group(inbox);
    int handed = 0;
    for (FinishedBatches.Batch batch : finished.of(inbox, described, limit)) {
      if (batch.rows() > mostRows) {
        inbox.mark(group, batch.number(), flags.of(Verdict.REFUSED, inbox.flag()));
        continue;
      }
      List<Inbox.Row> rows = inbox.claim(group, batch.number(), mostRows);
      if (rows.size() < batch.rows()) {
        // Somebody holds some of them: another time.
        continue;
      }
      String number = String.valueOf(batch.number());
      byte[] body = RowJson.batch(table, number, rows.stream().map(Inbox.Row::content).toList());
      if (!handOver(inbox, new Item(number, body), rows, taker)) {
        break;
      }
      handed++;
    }
    return handed;
  }

  /** False when the taker wants no more now. */
  private boolean handOver(Inbox inbox, Item item, List<Inbox.Row> rows, Taker taker)
      throws SQLException {
    Verdict verdict = taker.take(item);
    if (verdict == Verdict.LATER) {
      return false;
    }
    inbox.mark(rows, flags.of(verdict, inbox.flag()));
    return true;
  }

  @Override
  public void close() {
    database.close();
  }
}
