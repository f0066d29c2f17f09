package io.enforcement.gateway.routes.database;

import io.enforcement.gateway.routes.database.DatabaseAccess.Account;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * Creates the gateway's database and its two roles on the embedded server, and gives them at every
 * start the passwords that lie in {@code secrets}; and the groups of those who read the provincial
 * database.
 */
final class EmbeddedRoles {

  /** Groups that own nothing: people who read the provincial database are put into them. */
  private static final List<String> READERS =
      List.of("province_reader", "province_restricted_reader");

  private EmbeddedRoles() {}

  static void prepare(Connection superuser, String database, DatabaseAccess access)
      throws SQLException {
    try (Statement sql = superuser.createStatement()) {
      prepare(sql, access.owner());
      prepare(sql, access.runtime());
      if (!exists(sql, "SELECT 1 FROM pg_database WHERE datname = '" + database + "'")) {
        sql.execute("CREATE DATABASE " + database + " OWNER " + access.owner().role());
      }
      sql.execute("REVOKE ALL ON DATABASE " + database + " FROM PUBLIC");
      sql.execute("GRANT CONNECT ON DATABASE " + database + " TO " + access.runtime().role());
      for (String reader : READERS) {
        create(sql, reader);
        sql.execute("GRANT CONNECT ON DATABASE " + database + " TO " + reader);
      }
    }
  }

  private static void prepare(Statement sql, Account account) throws SQLException {
    create(sql, account.role());
    sql.execute(
        "ALTER ROLE "
            + account.role()
            + " LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE PASSWORD "
            + sql.enquoteLiteral(account.password().reveal()));
  }

  private static void create(Statement sql, String role) throws SQLException {
    if (!exists(sql, "SELECT 1 FROM pg_roles WHERE rolname = '" + role + "'")) {
      sql.execute("CREATE ROLE " + role);
    }
  }

  private static boolean exists(Statement sql, String query) throws SQLException {
    try (ResultSet rows = sql.executeQuery(query)) {
      return rows.next();
    }
  }
}
