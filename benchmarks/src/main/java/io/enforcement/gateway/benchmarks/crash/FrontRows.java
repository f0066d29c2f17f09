package io.enforcement.gateway.benchmarks.crash;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * The table of a partner that puts its decisions down as rows: a flag of 0 says that a row is new,
 * the gateway sets another when it has it. Thread-safe; each call has a connection of its own.
 */
final class FrontRows {

  static final String PARTNER = "crash-table";
  static final String TABLE = "crash_decision";
  static final String CONFLICT = "2";
  private static final String NEW = "0";

  private final String url;

  /**
   * @param url of the front database, with its user
   */
  FrontRows(String url) throws SQLException {
    this.url = url;
    try (Connection connection = open();
        var statement = connection.createStatement()) {
      statement.execute(
          "create table "
              + TABLE
              + " (id varchar(40) primary key, case_number varchar(100) not null, decision"
              + " varchar(100) not null, act varchar(200) not null, flag varchar(1) not null)");
    }
  }

  /** A connection of the partner's own, for transactions that it leaves open. */
  Connection open() throws SQLException {
    return DriverManager.getConnection(url);
  }

  /** Puts a row down and commits it. */
  void insert(CaseRow row) throws SQLException {
    try (Connection connection = open()) {
      insert(connection, row);
    }
  }

  /** Puts a row down; the caller commits it. */
  static void insert(Connection connection, CaseRow row) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement("insert into " + TABLE + " values (?, ?, ?, ?, '0')")) {
      insert.setString(1, row.key());
      insert.setString(2, row.caseNumber());
      insert.setString(3, row.decision());
      insert.setString(4, row.act());
      insert.executeUpdate();
    }
  }

  /** Changes what a row says; whether it is new again is the caller's choice, and the commit. */
  static void update(Connection connection, CaseRow row, boolean again) throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement(
            "update "
                + TABLE
                + " set act = ?, flag = case when ? then '0' else flag end where id = ?")) {
      update.setString(1, row.act());
      update.setBoolean(2, again);
      update.setString(3, row.key());
      update.executeUpdate();
    }
  }

  /** Whether the gateway has set another flag than the one for new rows. */
  boolean taken(CaseRow row) {
    return !flag(row).equals(NEW);
  }

  /** The flag of a row; the one for new rows when it is not committed yet. */
  String flag(CaseRow row) {
    try (Connection connection = open();
        PreparedStatement select =
            connection.prepareStatement("select flag from " + TABLE + " where id = ?")) {
      select.setString(1, row.key());
      ResultSet found = select.executeQuery();
      return found.next() ? found.getString(1) : NEW;
    } catch (SQLException e) {
      throw new IllegalStateException("the front database does not answer", e);
    }
  }
}
