package io.enforcement.gateway.routes.sandbox.farside;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The credit platform's clerk: looks at new rows in order, passes or rejects them, notes what came.
 * Used by one thread.
 */
final class CreditDesk {

  private static final int ROWS = 200;

  private final JdbcTemplate sql;
  private final TransactionTemplate transaction;
  private final FrontArrivals arrivals;

  CreditDesk(JdbcTemplate sql, TransactionTemplate transaction, Ledger ledger) {
    this.sql = sql;
    this.transaction = transaction;
    arrivals = new FrontArrivals(sql, ledger);
  }

  private record Unchecked(
      long rowNo, String recId, String number, String body, CreditChecks.Row row) {}

  /** Works off what is there; returns how many rows it looked at. */
  int work(Behaviour behaviour) {
    arrivals.note();
    Integer penalties = transaction.execute(status -> checkPenalties(behaviour));
    Integer revocations = transaction.execute(status -> takeRevocations());
    return penalties + revocations;
  }

  private int checkPenalties(Behaviour behaviour) {
    List<Unchecked> rows =
        sql.query(
            "select p.*, r.name as registered_name from penalty p"
                + " left join subject_register r on r.uscc = p.cf_xdr_shxym"
                + " where check_sign = 0 order by row_no limit "
                + ROWS,
            (result, n) -> unchecked(result));
    for (Unchecked row : rows) {
      verdict(row, behaviour)
          .ifPresentOrElse(error -> reject(row, error, behaviour), () -> pass(row));
    }
    return rows.size();
  }

  private static Optional<CreditChecks.Error> verdict(Unchecked row, Behaviour behaviour) {
    return behaviour.kind() == Behaviour.Kind.REFUSE
        ? Optional.of(new CreditChecks.Error("9999", behaviour.reason()))
        : CreditChecks.check(row.row());
  }

  private static Unchecked unchecked(ResultSet r) throws SQLException {
    return new Unchecked(
        r.getLong("row_no"),
        r.getString("rec_id"),
        r.getString("cf_wsh"),
        r.getString("cf_cfjgdm"),
        new CreditChecks.Row(
            r.getString("cf_xdr_mc"),
            r.getString("cf_xdr_lb"),
            r.getString("cf_xdr_shxym"),
            r.getString("registered_name"),
            r.getString("cf_cflb"),
            r.getBigDecimal("cf_nr_fk") != null,
            r.getObject("cf_jdrq", LocalDate.class),
            r.getObject("rksj", java.time.OffsetDateTime.class)
                .atZoneSameInstant(java.time.ZoneId.systemDefault())
                .toLocalDate()));
  }

  private void pass(Unchecked row) {
    sql.update(
        "update penalty set check_sign = 1, sync_sign = 1, sync_date = now() where row_no = ?",
        row.rowNo());
  }

  private void reject(Unchecked row, CreditChecks.Error error, Behaviour behaviour) {
    boolean garbage = behaviour.kind() == Behaviour.Kind.GARBAGE;
    sql.update("update penalty set check_sign = 2 where row_no = ?", row.rowNo());
    sql.update(
        "insert into penalty_rejection (error_type, remark, table_name, rec_id, cf_wsh, cf_cfjgdm)"
            + " values (?, ?, 'penalty', ?, ?, ?)",
        garbage ? "????" : error.type(),
        error.remark(),
        garbage ? "no-such-record" : row.recId(),
        garbage ? null : row.number(),
        garbage ? null : row.body());
  }

  private int takeRevocations() {
    Integer taken =
        sql.queryForObject(
            "with taken as (update penalty_revocation set check_sign = 1, sync_sign = 1,"
                + " sync_date = now() where check_sign = 0 returning cf_wsh, cf_cfjgdm),"
                + " marked as (update penalty p set report_state = 2 from taken t"
                + " where p.cf_wsh = t.cf_wsh and p.cf_cfjgdm = t.cf_cfjgdm returning 1)"
                + " select count(*) from taken",
            Integer.class);
    return taken == null ? 0 : taken;
  }
}
