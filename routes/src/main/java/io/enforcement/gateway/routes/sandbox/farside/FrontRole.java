package io.enforcement.gateway.routes.sandbox.farside;

import io.enforcement.gateway.connectors.Secret;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The role by which the gateway enters a partner's database, in the hands of that partner's
 * administrator.
 */
record FrontRole(JdbcTemplate sql, String name) {

  /** Lets the gateway sign in with this password, and with no other. */
  void admit(Secret password) {
    Integer there =
        sql.queryForObject("select count(*) from pg_roles where rolname = ?", Integer.class, name);
    if (there == null || there == 0) {
      sql.execute("create role " + name + " nologin");
    }
    String quoted = "'" + password.reveal().replace("'", "''") + "'";
    sql.execute("alter role " + name + " login password " + quoted);
  }

  /** Ends what the gateway has open and lets nobody in. */
  void turnAway() {
    sql.execute("alter role " + name + " nologin");
    cutConnections();
  }

  void letIn() {
    sql.execute("alter role " + name + " login");
  }

  void cutConnections() {
    sql.query(
        "select pg_terminate_backend(pid) from pg_stat_activity where usename = ?",
        row -> {},
        name);
  }
}
