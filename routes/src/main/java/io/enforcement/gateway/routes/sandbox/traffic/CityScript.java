package io.enforcement.gateway.routes.sandbox.traffic;

import io.enforcement.gateway.routes.sandbox.traffic.DemonstrationTraffic.CsvFile;
import java.util.ArrayList;
import java.util.List;

/** Writes down the files of the urban management department in one run. Used by one thread. */
final class CityScript {

  private static final int FILES = 8;
  private static final int ROWS = 13;

  private final Decisions decisions;
  private final int run;
  private List<String> earlier;

  CityScript(Decisions decisions, int run) {
    this.decisions = decisions;
    this.run = run;
  }

  List<CsvFile> files() {
    List<CsvFile> files = new ArrayList<>();
    for (int n = 0; n < FILES; n++) {
      files.add(file(n));
    }
    return List.copyOf(files);
  }

  private CsvFile file(int n) {
    List<List<String>> rows = new ArrayList<>();
    List<Fate> fates = new ArrayList<>();
    while (rows.size() < ROWS - 1) {
      decide(rows, n);
    }
    while (fates.size() < rows.size()) {
      fates.add(Fate.ACCEPTED);
    }
    if (n % 3 == 1) {
      rows.add(List.copyOf(earlier));
      fates.add(Fate.DUPLICATE);
    } else {
      rows.add(wrong(n));
      fates.add(Fate.REFUSED);
    }
    earlier = rows.get(0);
    String name = "penalty-%03d-%02d.csv".formatted(run, n + 1);
    return new CsvFile(name, CityCsv.file(rows), List.copyOf(fates));
  }

  /** Now and then two parties under one number, a minor, a decision corrected in the same file. */
  private void decide(List<List<String>> rows, int n) {
    int left = ROWS - 1 - rows.size();
    if (rows.size() == 5 && n == 2) {
      List<String> minor = CityCsv.rows(decisions.against(decisions.parties().minor())).get(0);
      CityCsv.set(minor, "是否未成年人", "是");
      rows.add(minor);
    } else if (rows.size() == 4 && n % 3 == 0) {
      Decision first = decisions.against(decisions.parties().next(Party.Kind.COMPANY));
      rows.addAll(CityCsv.rows(first));
      rows.addAll(CityCsv.rows(first.revised(decisions.fine(false))));
    } else {
      rows.addAll(CityCsv.rows(decisions.next(left > 1 && rows.size() % 6 == 2 ? 2 : 1, false)));
    }
  }

  private List<String> wrong(int n) {
    Decision decision = decisions.against(decisions.parties().next(Party.Kind.COMPANY));
    List<String> row = CityCsv.rows(decision).get(0);
    switch (n) {
      case 0 -> CityCsv.set(row, "案件来源", "本局执法人员周末下班途中路过看见后打电话告知值班的同事");
      case 2 -> CityCsv.set(row, "罚款金额(元)", "五百");
      case 5 -> CityCsv.set(row, "决定日期", "2026-13-01");
      case 6 -> {
        return row.subList(0, 20);
      }
      default ->
          CityCsv.set(row, "统一社会信用代码", InventedCodes.broken(decision.parties().get(0).code()));
    }
    return row;
  }
}
