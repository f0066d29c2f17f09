package io.enforcement.gateway.standards.rules.exchange;

import io.enforcement.gateway.standards.model.CodeTableRow;
import io.enforcement.gateway.standards.model.CodeTableUpdate;
import io.enforcement.gateway.standards.rules.book.Findings;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A code table that is told: one code means one thing on one day, and successors exist. */
final class CodeTableRules {

  private CodeTableRules() {}

  static void check(CodeTableUpdate update, LocalDate today, Findings findings) {
    List<CodeTableRow> rows = update.getCodeRows();
    byCode(rows).values().forEach(indexes -> overlap(rows, indexes, findings));
    if (Boolean.TRUE.equals(update.isWhole())) {
      successors(rows, findings);
    }
  }

  private static Map<String, List<Integer>> byCode(List<CodeTableRow> rows) {
    return IntStream.range(0, rows.size())
        .boxed()
        .filter(i -> rows.get(i) != null && rows.get(i).getCode() != null)
        .collect(
            Collectors.groupingBy(i -> rows.get(i).getCode(), TreeMap::new, Collectors.toList()));
  }

  private static void overlap(List<CodeTableRow> rows, List<Integer> indexes, Findings findings) {
    LocalDate covered = null;
    List<Integer> ordered =
        indexes.stream().sorted(Comparator.comparing(i -> from(rows.get(i)))).toList();
    for (int i : ordered) {
      if (covered != null && !from(rows.get(i)).isAfter(covered)) {
        findings.add("table.validity-overlap", "codeRows[" + i + "]", "valid twice on one day");
      }
      LocalDate to = to(rows.get(i));
      covered = covered == null || to.isAfter(covered) ? to : covered;
    }
  }

  private static void successors(List<CodeTableRow> rows, Findings findings) {
    Set<String> codes =
        rows.stream()
            .filter(Objects::nonNull)
            .map(CodeTableRow::getCode)
            .collect(Collectors.toSet());
    for (int i = 0; i < rows.size(); i++) {
      String next = rows.get(i) == null ? null : rows.get(i).getReplacedBy();
      if (next != null && !codes.contains(next)) {
        findings.add("table.successor-missing", "codeRows[" + i + "].replacedBy", "not told");
      }
    }
  }

  private static LocalDate from(CodeTableRow row) {
    return row.getValidFrom() == null ? LocalDate.MIN : row.getValidFrom();
  }

  private static LocalDate to(CodeTableRow row) {
    return row.getValidTo() == null ? LocalDate.MAX : row.getValidTo();
  }
}
