package io.enforcement.gateway.benchmarks.crash;

import io.enforcement.gateway.benchmarks.traffic.CityManagementFile;
import io.enforcement.gateway.benchmarks.traffic.CityManagementFile.Row;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * The sender of files: one after the other, each of ten rows of one case each; the next when the
 * last has been moved to the done folder. In every third file one row is wrong.
 */
final class FileSender implements Runnable {

  private static final int ROWS = 10;
  private static final int ONE_IN_WRONG = 3;

  private final DropFolder folder;
  private final SenderLedger ledger;
  private final Trigger trigger;
  private final BooleanSupplier goOn;

  FileSender(DropFolder folder, SenderLedger ledger, Trigger trigger, BooleanSupplier goOn) {
    this.folder = folder;
    this.ledger = ledger;
    this.trigger = trigger;
    this.goOn = goOn;
  }

  @Override
  public void run() {
    try {
      for (int file = 1; goOn.getAsBoolean(); file++) {
        drop(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the drop folder cannot be written", e);
    }
  }

  private void drop(int file) throws IOException {
    String name = String.format("decisions-%05d.csv", file);
    List<Row> rows = rows(file);
    rows.forEach(row -> ledger.sending(id(row), row.caseNumber(), 1, row.wrong()));
    folder.drop(name, CityManagementFile.of(rows));
    while (!folder.taken(name)) {
      Pace.pause();
    }
    trigger.acknowledged();
    // A file stands for its message id until the receipt has come.
    rows.stream().filter(row -> !row.wrong()).forEach(row -> ledger.acknowledged(id(row), name));
  }

  private static List<Row> rows(int file) {
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < ROWS; i++) {
      String number = String.format("%06d%02d", file, i);
      boolean wrong = i == 0 && file % ONE_IN_WRONG == 0;
      rows.add(new Row("CM-" + number, "测综执罚决字〔2026〕第" + number + "号", wrong));
    }
    return rows;
  }

  private static String id(Row row) {
    return HttpSender.recordId(row.caseNumber(), row.decisionNumber(), 1);
  }
}
