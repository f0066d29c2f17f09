package io.enforcement.gateway.benchmarks.crash;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

/** What the partner of the table does wrong with its rows. Used by one thread. */
public final class RowFaults {

  private static final Duration LOOKS = Duration.ofSeconds(3);
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final FrontRows rows;
  private final SenderLedger ledger;
  private int number = 90_000_000;

  RowFaults(FrontRows rows, SenderLedger ledger) {
    this.rows = rows;
    this.ledger = ledger;
  }

  /**
   * A row is committed long after others that were put down later.
   *
   * @return what went wrong; empty when it was taken when it came
   */
  public String committedLate() throws SQLException {
    CaseRow early = sending();
    CaseRow late = sending();
    try (Connection open = rows.open()) {
      open.setAutoCommit(false);
      FrontRows.insert(open, early);
      rows.insert(late);
      if (!Trial.within(PATIENCE, () -> rows.taken(late))) {
        return "a row waited for one that was not committed";
      }
      ledger.acknowledged(late.id(), late.key());
      open.commit();
    }
    if (!Trial.within(PATIENCE, () -> rows.taken(early))) {
      return "a row that was committed late was skipped";
    }
    ledger.acknowledged(early.id(), early.key());
    return "";
  }

  /**
   * A row is put down in a transaction that changes it before it is committed, while the gateway
   * looks for new ones.
   *
   * @return what went wrong; empty when it was left alone as long as it was in flight
   */
  public String updatedInFlight() throws SQLException {
    CaseRow row = sending();
    try (Connection open = rows.open()) {
      open.setAutoCommit(false);
      FrontRows.insert(open, row);
      if (Trial.within(LOOKS, () -> rows.taken(row))) {
        return "a row was taken before it was committed";
      }
      FrontRows.update(open, row.saying("销售未标注生产日期的食品"), false);
      open.commit();
    }
    if (!Trial.within(PATIENCE, () -> rows.taken(row))) {
      return "a row that was changed in flight was not taken";
    }
    ledger.acknowledged(row.id(), row.key());
    return "";
  }

  /**
   * A row that was taken is changed and called new again.
   *
   * @return what went wrong; empty when it was marked as a conflict
   */
  public String changedAfterwards() throws SQLException {
    CaseRow row = sending();
    rows.insert(row);
    if (!Trial.within(PATIENCE, () -> rows.taken(row))) {
      return "a row was not taken";
    }
    ledger.acknowledged(row.id(), row.key());
    try (Connection connection = rows.open()) {
      FrontRows.update(connection, row.saying("另一个违法行为"), true);
    }
    return Trial.within(PATIENCE, () -> rows.flag(row).equals(FrontRows.CONFLICT))
        ? ""
        : "another content under a known key was not marked as a conflict";
  }

  private CaseRow sending() {
    CaseRow row = CaseRow.of(++number);
    ledger.sending(row.id(), row.caseNumber(), 1, false);
    return row;
  }
}
