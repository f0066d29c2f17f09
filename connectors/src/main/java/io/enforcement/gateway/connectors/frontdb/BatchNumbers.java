package io.enforcement.gateway.connectors.frontdb;

import io.enforcement.gateway.connectors.ConnectorSettings;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

/**
 * Batch numbers (批次号): day and counter, {@code yyyyMMdd} and five digits, from a table of the
 * partner's database: {@code CREATE TABLE gateway_batch (batch_day char(8) PRIMARY KEY, last_number
 * int NOT NULL)}. A number is taken in the transaction that writes its rows: what is rolled back
 * gives it back, and none is missing. So deliveries wait for each other while they write.
 * Thread-safe.
 */
final class BatchNumbers {

  private final FrontDatabaseDialect dialect;
  private final Table.Cache described;
  private final String counter;
  private final int digits;

  BatchNumbers(ConnectorSettings settings, FrontDatabaseDialect dialect, Table.Cache described) {
    this.dialect = dialect;
    this.described = described;
    counter = FrontDatabaseSettings.table(settings, "batch-counter", "gateway_batch");
    digits = settings.number("batch-digits", 5);
    if (digits < 1 || digits > 9) {
      throw FrontDatabaseSettings.wrong(settings, "batch-digits", "is not 1 to 9");
    }
  }

  /**
   * The next number of a day.
   *
   * @throws SQLException also when the numbers of the day are used up
   */
  String next(Connection connection, LocalDate day) throws SQLException {
    String date = DateTimeFormatter.BASIC_ISO_DATE.format(day);
    String sql =
        dialect.count(described.of(connection, counter).sqlName(), "batch_day", "last_number");
    try (PreparedStatement count = connection.prepareStatement(sql)) {
      count.setString(1, date);
      try (ResultSet counted = count.executeQuery()) {
        counted.next();
        String number = Integer.toString(counted.getInt(1));
        if (number.length() > digits) {
          throw new SQLException("the batch numbers of the day are used up", "54000");
        }
        return date + "0".repeat(digits - number.length()) + number;
      }
    }
  }
}
