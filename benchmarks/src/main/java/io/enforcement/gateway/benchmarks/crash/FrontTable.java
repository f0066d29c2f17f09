package io.enforcement.gateway.benchmarks.crash;

import io.enforcement.gateway.benchmarks.machine.Database;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * The receiver of class D: a front-end database of the harness's own, whose rows are its ledger.
 */
final class FrontTable implements AutoCloseable {

  private static final String USER = "postgres";

  private final Database database;

  FrontTable(Path directory) throws IOException, SQLException {
    database = Database.start(directory);
    try (var connection = DriverManager.getConnection(database.url());
        var statement = connection.createStatement()) {
      statement.execute(
          "create table gateway_ledger (delivery_key varchar(100) primary key,"
              + " written_at timestamptz not null)");
      statement.execute(
          "create table crash_record (place bigserial primary key, record varchar(200) not null)");
    }
  }

  /** The address without user and password, by a line that ends at this port. */
  String url(int port) {
    return "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
  }

  int port() {
    return database.port();
  }

  /** A table of a partner that sends, in the same database. */
  FrontRows rows() throws SQLException {
    return new FrontRows(database.url());
  }

  String user() {
    return USER;
  }

  /** Records in the order of their rows. */
  List<String> effects() throws SQLException {
    List<String> records = new ArrayList<>();
    try (var connection = DriverManager.getConnection(database.url());
        var statement = connection.createStatement();
        var rows = statement.executeQuery("select record from crash_record order by place")) {
      while (rows.next()) {
        records.add(rows.getString(1));
      }
    }
    return records;
  }

  @Override
  public void close() throws IOException {
    database.close();
  }
}
