package io.enforcement.gateway.connectors.frontdb;

import com.zaxxer.hikari.HikariDataSource;
import io.enforcement.gateway.connectors.ConnectorSettings;
import io.enforcement.gateway.connectors.Source;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.node.StringNode;

/**
 * Fetches rows that a partner marked unread. Rows are locked, handed over and marked in one
 * transaction of the partner's database; a crash in between shows them again and the taker
 * recognises them.
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
  private final ConnectorSettings settings;
  private final Values values;
  private final Table.Cache described;
  private final HikariDataSource database;

  /**
   * @throws IllegalArgumentException when a setting is missing or wrong
   */
  public FrontDatabaseSource(ConnectorSettings settings) {
    this.settings = settings;
    dialect = FrontDatabaseSettings.dialect(settings);
    described = new Table.Cache(dialect);
    values = new Values(FrontDatabaseSettings.zone(settings));
    table = FrontDatabaseSettings.table(settings, "table", null);
    // A site may map the logical name, as for what it receives.
    realTable = FrontDatabaseSettings.table(settings, "table." + table, table);
    keyColumn =
        FrontDatabaseSettings.identifier(settings, "key-column", settings.required("key-column"));
    flagColumn =
        FrontDatabaseSettings.identifier(settings, "flag-column", settings.required("flag-column"));
    database = FrontDatabaseSettings.pool(settings, dialect, 1);
  }

  /** One unread row as claimed. */
  private record Row(Object key, Item item) {}

  @Override
  public int poll(int limit, Taker taker) throws Unreachable {
    try (Connection connection = database.getConnection()) {
      try {
        int handed = handOver(connection, limit, taker);
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

  private int handOver(Connection connection, int limit, Taker taker) throws SQLException {
    Table real = described.of(connection, realTable);
    Table.Column key = column(real, keyColumn);
    Table.Column flag = column(real, flagColumn);
    int handed = 0;
    try (PreparedStatement mark = connection.prepareStatement(marking(real, key, flag))) {
      for (Row row : claim(connection, real, key, flag, limit)) {
        Verdict verdict = taker.take(row.item());
        if (verdict == Verdict.LATER) {
          break;
        }
        Values.bind(mark, 1, flagValue(verdict, flag), flag);
        mark.setObject(2, row.key());
        mark.executeUpdate();
        handed++;
      }
    }
    return handed;
  }

  private String marking(Table real, Table.Column key, Table.Column flag) {
    return "UPDATE "
        + real.sqlName()
        + " SET "
        + dialect.quoted(flag.name())
        + " = ? WHERE "
        + dialect.quoted(key.name())
        + " = ?";
  }

  private List<Row> claim(
      Connection connection, Table real, Table.Column key, Table.Column flag, int limit)
      throws SQLException {
    List<Table.Column> columns = new ArrayList<>(real.columns().values());
    String sql =
        dialect.claim(
            dialect.quoted(columns.stream().map(Table.Column::name).toList()),
            real.sqlName(),
            dialect.quoted(flag.name()),
            dialect.quoted(key.name()));
    // The flag is ours and the partner's business, not content.
    columns.remove(flag);
    List<Row> rows = new ArrayList<>();
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      Values.bind(select, 1, flagValue("unread", "0", flag), flag);
      select.setInt(2, limit);
      try (ResultSet found = select.executeQuery()) {
        while (found.next()) {
          Object id = found.getObject(key.name());
          byte[] body = values.json(table, columns, found);
          rows.add(new Row(id, new Item(String.valueOf(id), body)));
        }
      }
    }
    return rows;
  }

  private Object flagValue(Verdict verdict, Table.Column flag) throws SQLException {
    return switch (verdict) {
      case TAKEN -> flagValue("taken", "1", flag);
      case CONFLICT -> flagValue("conflict", "2", flag);
      case REFUSED -> flagValue("refused", "3", flag);
      case LATER -> throw new IllegalArgumentException("a row for later keeps its flag");
    };
  }

  private Object flagValue(String setting, String fallback, Table.Column flag) throws SQLException {
    try {
      return values.fit(StringNode.valueOf(settings.optional(setting).orElse(fallback)), flag);
    } catch (Values.Unfit e) {
      throw new SQLException("setting " + setting + " does not fit the flag column", "42804", e);
    }
  }

  private static Table.Column column(Table real, String name) throws SQLException {
    return real.column(name).orElseThrow(() -> new SQLException("no column " + name, "42703"));
  }

  @Override
  public void close() {
    database.close();
  }
}
