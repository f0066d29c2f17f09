package io.enforcement.gateway.standards.rules.exchange;

import io.enforcement.gateway.standards.model.StatisticsReport;
import io.enforcement.gateway.standards.model.StatisticsRow;
import io.enforcement.gateway.standards.rules.book.Findings;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Statistical tables: each act sits in one column only, so the columns make up the total. */
final class StatisticsRules {

  // Quanzhou and Guangdong: published by 31 January for the year before; other regions differ.
  private static final int MONTHS_TO_PUBLISH = 1;

  private static final Integer FIRST = 1;

  private StatisticsRules() {}

  static void check(StatisticsReport report, LocalDate today, Findings findings) {
    if (report.getBody() == null && report.getAreaNumber() == null) {
      findings.add("statistics.no-subject", "body", "neither body nor division");
    }
    late(report, findings);
    columns(report.getStatisticsRows(), findings);
    totals(report, findings);
  }

  private static void late(StatisticsReport report, Findings findings) {
    LocalDate from = report.getPeriodFrom();
    LocalDate to = report.getPeriodTo();
    LocalDate prepared = report.getPreparedOn();
    if (from == null
        || to == null
        || prepared == null
        || !FIRST.equals(report.getReportVersion())) {
      return;
    }
    boolean wholeYear = from.getDayOfYear() == 1 && to.equals(from.plusYears(1).minusDays(1));
    if (wholeYear && prepared.isAfter(to.plusMonths(MONTHS_TO_PUBLISH))) {
      findings.add("statistics.late", "preparedOn", "after January");
    }
  }

  private static void columns(List<StatisticsRow> rows, Findings findings) {
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < rows.size(); i++) {
      String code = rows.get(i) == null ? null : rows.get(i).getColumnCode();
      if (code != null && !seen.add(code)) {
        findings.add(
            "statistics.column-twice", "statisticsRows[" + i + "].columnCode", "used before");
      }
    }
  }

  private static void totals(StatisticsReport report, Findings findings) {
    List<StatisticsRow> counted =
        report.getStatisticsRows().stream()
            .filter(row -> row != null && !Boolean.TRUE.equals(row.isBesideTotal()))
            .toList();
    long count =
        counted.stream()
            .map(StatisticsRow::getCount)
            .filter(Objects::nonNull)
            .mapToLong(Integer::longValue)
            .sum();
    if (report.getTotalCount() != null && report.getTotalCount() != count) {
      findings.add("statistics.total", "totalCount", "not the sum of the columns");
    }
    BigDecimal amount =
        counted.stream()
            .map(StatisticsRow::getAmount)
            .filter(Objects::nonNull)
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    if (report.getTotalAmount() != null && report.getTotalAmount().compareTo(amount) != 0) {
      findings.add("statistics.total", "totalAmount", "not the sum of the columns");
    }
  }
}
