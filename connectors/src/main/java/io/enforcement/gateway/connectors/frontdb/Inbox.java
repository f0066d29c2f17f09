package io.enforcement.gateway.connectors.frontdb;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/**
 * The partner's table that we read, seen through one connection: rows whose flag says unread are
 * locked for the running transaction, and marked in it.
 *
 * @param table as its database describes it
 * @param key says which row
 * @param flag says whether it is unread, taken or put aside
 * @param unread what the flag is then
 */
record Inbox(
    Connection connection,
    FrontDatabaseDialect dialect,
    Values values,
    RowJson json,
    Table table,
    Table.Column key,
    Table.Column flag,
    Object unread) {

  /** One row as claimed. */
  record Row(Object key, ObjectNode content) {}

  static Table.Column column(Table table, String name) throws SQLException {
    return table.column(name).orElseThrow(() -> new SQLException("no column " + name, "42703"));
  }

  /** Locks unread rows in the order of their keys; rows that others hold are passed by. */
  List<Row> claim(int limit) throws SQLException {
    return claim(is(flag), List.of(), limit);
  }

  /** Locks the unread rows of one group. */
  List<Row> claim(Table.Column group, Object value, int limit) throws SQLException {
    return claim(is(flag) + " AND " + is(group), List.of(value), limit);
  }

  private List<Row> claim(String condition, List<Object> more, int limit) throws SQLException {
    List<Table.Column> columns = new ArrayList<>(table.columns().values());
    String sql =
        dialect.claim(
            dialect.quoted(columns.stream().map(Table.Column::name).toList()),
            table.sqlName(),
            condition,
            dialect.quoted(key.name()));
    // The flag is ours and the partner's business, not content.
    columns.remove(flag);
    List<Row> rows = new ArrayList<>();
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      values.bind(select, 1, unread, flag);
      for (int i = 0; i < more.size(); i++) {
        select.setObject(i + 2, more.get(i));
      }
      select.setInt(more.size() + 2, limit);
      try (ResultSet found = select.executeQuery()) {
        while (found.next()) {
          rows.add(new Row(found.getObject(key.name()), json.read(columns, found)));
        }
      }
    }
    return rows;
  }

  /** Marks rows that were claimed before. */
  void mark(List<Row> rows, Object mark) throws SQLException {
    try (PreparedStatement update = connection.prepareStatement(marking(is(key)))) {
      for (Row row : rows) {
        values.bind(update, 1, mark, flag);
        update.setObject(2, row.key());
        update.addBatch();
      }
      update.executeBatch();
    }
  }

  /** Marks the unread rows of a group without looking at them. */
  void mark(Table.Column group, Object value, Object mark) throws SQLException {
    String marking = marking(is(group) + " AND " + is(flag));
    try (PreparedStatement update = connection.prepareStatement(marking)) {
      values.bind(update, 1, mark, flag);
      update.setObject(2, value);
      values.bind(update, 3, unread, flag);
      update.executeUpdate();
    }
  }

  private String marking(String condition) {
    return "UPDATE "
        + table.sqlName()
        + " SET "
        + dialect.quoted(flag.name())
        + " = ? WHERE "
        + condition;
  }

  private String is(Table.Column column) {
    return dialect.quoted(column.name()) + " = ?";
  }
}
