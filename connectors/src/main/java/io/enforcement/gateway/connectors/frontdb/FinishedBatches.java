package io.enforcement.gateway.connectors.frontdb;

import io.enforcement.gateway.connectors.ConnectorSettings;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Tells which batches of unread rows are all there: the partner writes a line for each batch into a
 * table of batches, with the number of its rows. Batches that are not finished yet are passed by,
 * however long they take.
 */
final class FinishedBatches {

  private final String group;
  private final String table;
  private final String batchColumn;
  private final String countColumn;

  /**
   * @param group the column that holds the batch number in the table of rows
   */
  FinishedBatches(ConnectorSettings settings, String group) {
    this.group = FrontDatabaseSettings.identifier(settings, "group-by", group);
    table = FrontDatabaseSettings.table(settings, "batch-table", null);
    batchColumn = name(settings, "batch-column", group);
    countColumn = name(settings, "count-column", "row_count");
  }

  private static String name(ConnectorSettings settings, String setting, String fallback) {
    return FrontDatabaseSettings.identifier(
        settings, setting, settings.optional(setting).orElse(fallback));
  }

  /**
   * @param number as the partner wrote it
   * @param rows how many are unread
   */
  record Batch(Object number, int rows) {}

  Table.Column group(Inbox inbox) throws SQLException {
    return Inbox.column(inbox.table(), group);
  }

  /** The lowest numbers first. */
  List<Batch> of(Inbox inbox, Table.Cache described, int limit) throws SQLException {
    List<Batch> finished = new ArrayList<>();
    try (PreparedStatement select = inbox.connection().prepareStatement(sql(inbox, described))) {
      inbox.values().bind(select, 1, inbox.unread(), inbox.flag());
      select.setInt(2, limit);
      try (ResultSet found = select.executeQuery()) {
        while (found.next()) {
          finished.add(new Batch(found.getObject(1), found.getInt(2)));
        }
      }
    }
    return finished;
  }

  private String sql(Inbox inbox, Table.Cache described) throws SQLException {
    FrontDatabaseDialect dialect = inbox.dialect();
    Table batches = described.of(inbox.connection(), table);
    String number = "r." + dialect.quoted(group(inbox).name());
    String count = "b." + dialect.quoted(Inbox.column(batches, countColumn).name());
    return "SELECT "
        + number
        + ", COUNT(*) FROM "
        + inbox.table().sqlName()
        + " r JOIN "
        + batches.sqlName()
        + " b ON b."
        + dialect.quoted(Inbox.column(batches, batchColumn).name())
        + " = "
        + number
        + " WHERE r."
        + dialect.quoted(inbox.flag().name())
        + " = ? GROUP BY "
        + number
        + ", "
        + count
        + " HAVING COUNT(*) >= "
        + count
        + " ORDER BY "
        + number
        + " LIMIT ?";
  }
}
