package io.enforcement.gateway.routes.story;

import io.enforcement.gateway.connectors.Secret;
import io.enforcement.gateway.routes.sandbox.farside.CreditPlatform;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The credit platform's tables, as its own staff sees them: by decision number. */
final class CreditTables {

  private final JdbcTemplate sql;

  CreditTables(String url, Secret password) {
    this(url, CreditPlatform.GATEWAY_ROLE, password);
  }

  CreditTables(String url, String user, Secret password) {
    sql = new JdbcTemplate(new DriverManagerDataSource(url, user, password.reveal()));
  }

  /** 处罚内容 of every row of this decision, in the order in which the rows came. */
  List<String> penalties(Paper decision) {
    return sql.queryForList(
        "select cf_nr from penalty where cf_wsh = ? order by row_no",
        String.class,
        decision.number());
  }

  /** How many revocations of this decision came. */
  int revocations(Paper decision) {
    return sql.queryForObject(
        "select count(*) from penalty_revocation where cf_wsh = ?",
        Integer.class,
        decision.number());
  }

  /** How often a delivery key stands in the ledger. */
  int ledger(String key) {
    return sql.queryForObject(
        "select count(*) from gateway_ledger where delivery_key = ?", Integer.class, key);
  }
}
