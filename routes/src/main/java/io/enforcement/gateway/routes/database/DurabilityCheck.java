package io.enforcement.gateway.routes.database;

import io.enforcement.gateway.routes.CannotStart;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;

/**
 * Asks the database whether a commit survives power loss. A receipt is a promise; a database that
 * may forget must not be the one that keeps it.
 */
final class DurabilityCheck {

  private static final List<String> SETTINGS =
      List.of("fsync", "full_page_writes", "synchronous_commit", "data_checksums");
  private static final Set<String> DURABLE = Set.of("on", "remote_apply");

  private DurabilityCheck() {}

  /**
   * Asks through the pool that will be used, because a role can carry settings of its own.
   *
   * @throws CannotStart naming every setting that is not as it must be
   */
  static void require(DataSource dataSource) {
    List<String> wrong = new ArrayList<>();
    try (Connection connection = dataSource.getConnection();
        Statement sql = connection.createStatement()) {
      for (String setting : SETTINGS) {
        String value = show(sql, setting);
        if (!DURABLE.contains(value)) {
          wrong.add(setting + " = " + value);
        }
      }
    } catch (SQLException e) {
      throw new CannotStart("The database does not answer: " + e.getMessage(), e);
    }
    if (!wrong.isEmpty()) {
      throw new CannotStart(
          "The database may lose what it has acknowledged ("
              + String.join(", ", wrong)
              + "; each must be on): correct it, or set gateway.database.require-durability=false.");
    }
  }

  private static String show(Statement sql, String setting) throws SQLException {
    try (ResultSet row = sql.executeQuery("SHOW " + setting)) {
      row.next();
      return row.getString(1);
    }
  }
}
