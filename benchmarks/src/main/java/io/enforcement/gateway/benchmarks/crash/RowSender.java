package io.enforcement.gateway.benchmarks.crash;

import java.sql.SQLException;
import java.util.function.BooleanSupplier;

/** The sender of rows: some at a time, the next when the gateway has set their flags. */
final class RowSender implements Runnable {

  private static final int AT_A_TIME = 3;

  private final FrontRows rows;
  private final SenderLedger ledger;
  private final Trigger trigger;
  private final BooleanSupplier goOn;

  RowSender(FrontRows rows, SenderLedger ledger, Trigger trigger, BooleanSupplier goOn) {
    this.rows = rows;
    this.ledger = ledger;
    this.trigger = trigger;
    this.goOn = goOn;
  }

  @Override
  public void run() {
    try {
      for (int next = 1; goOn.getAsBoolean(); next += AT_A_TIME) {
        for (int i = 0; i < AT_A_TIME; i++) {
          put(CaseRow.of(next + i));
        }
        for (int i = 0; i < AT_A_TIME; i++) {
          await(CaseRow.of(next + i));
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException("the front database cannot be written", e);
    }
  }

  private void put(CaseRow row) throws SQLException {
    ledger.sending(row.id(), row.caseNumber(), 1, false);
    rows.insert(row);
  }

  private void await(CaseRow row) {
    while (!rows.taken(row)) {
      Pace.pause();
    }
    trigger.acknowledged();
    ledger.acknowledged(row.id(), row.key());
  }
}
