package io.enforcement.gateway.connectors.frontdb;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * One table of the partner as its database describes it. Names are found whatever their letter
 * case, because products fold them differently.
 *
 * @param sqlName quoted, ready for SQL
 * @param columns by upper-case name, in the table's order
 */
record Table(String sqlName, Map<String, Column> columns) {

  /**
   * @param name as the database stores it
   * @param type of {@link java.sql.Types}
   * @param length most characters of a text, most digits of a number; 0 when there is no bound
   * @param scale digits behind the decimal point, where length bounds a number
   */
  record Column(String name, int type, int length, int scale) {}

  /**
   * Reads the description; {@code name} may be {@code schema.table}.
   *
   * @throws SQLException when there is no such table, or two that differ in letter case only
   */
  static Table read(Connection connection, FrontDatabaseDialect dialect, String name)
      throws SQLException {
    int dot = name.indexOf('.');
    String schema = dot < 0 ? connection.getSchema() : name.substring(0, dot);
    String stored = stored(connection, schema, name.substring(dot + 1));
    String sqlName = dialect.quoted(schema) + "." + dialect.quoted(stored);
    try (Statement statement = connection.createStatement();
        ResultSet none = statement.executeQuery("SELECT * FROM " + sqlName + " WHERE 1 = 0")) {
      return new Table(sqlName, columns(none.getMetaData()));
    }
  }

  private static String stored(Connection connection, String schema, String name)
      throws SQLException {
    List<String> found = new ArrayList<>();
    try (ResultSet tables =
        connection.getMetaData().getTables(connection.getCatalog(), schema, "%", null)) {
      while (tables.next()) {
        String one = tables.getString("TABLE_NAME");
        if (one.equals(name)) {
          return one;
        }
        if (one.equalsIgnoreCase(name)) {
          found.add(one);
        }
      }
    }
    if (found.size() != 1) {
      throw new SQLException("table " + name + " is missing or ambiguous", "42P01");
    }
    return found.get(0);
  }

  private static Map<String, Column> columns(ResultSetMetaData description) throws SQLException {
    Map<String, Column> columns = new LinkedHashMap<>();
    for (int i = 1; i <= description.getColumnCount(); i++) {
      String name = description.getColumnName(i);
      if (FrontDatabaseSettings.isIdentifier(name)) {
        Column column =
            new Column(
                name, type(description, i), description.getPrecision(i), description.getScale(i));
        columns.put(name.toUpperCase(Locale.ROOT), column);
      }
    }
    return columns;
  }

  /** Some drivers call both kinds of timestamp by one number. */
  private static int type(ResultSetMetaData description, int i) throws SQLException {
    return description.getColumnTypeName(i).equalsIgnoreCase("timestamptz")
        ? Types.TIMESTAMP_WITH_TIMEZONE
        : description.getColumnType(i);
  }

  Optional<Column> column(String name) {
    return Optional.ofNullable(columns.get(name.toUpperCase(Locale.ROOT)));
  }

  /** Descriptions read once per table; forgotten when the database complains about them. */
  static final class Cache {

    private final FrontDatabaseDialect dialect;
    private final Map<String, Table> known = new HashMap<>();

    Cache(FrontDatabaseDialect dialect) {
      this.dialect = dialect;
    }

    synchronized Table of(Connection connection, String name) throws SQLException {
      Table table = known.get(name);
      if (table == null) {
        table = read(connection, dialect, name);
        known.put(name, table);
      }
      return table;
    }

    synchronized void forget() {
      known.clear();
    }
  }
}
