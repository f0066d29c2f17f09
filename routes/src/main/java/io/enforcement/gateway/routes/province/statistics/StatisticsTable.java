package io.enforcement.gateway.routes.province.statistics;

import io.enforcement.gateway.routes.province.store.StatisticsStore.Asked;
import io.enforcement.gateway.routes.province.store.StatisticsStore.Cell;
import io.enforcement.gateway.routes.province.store.StatisticsStore.FormColumn;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A counted table. Every act stands in one column that counts towards the total, so that these add
 * up to it.
 *
 * @param form version of the form
 * @param columns in their order
 * @param cells without those that are zero
 */
public record StatisticsTable(
    Asked asked, String form, List<FormColumn> columns, List<Cell> cells) {

  /** Holds what the form does not know: there only when something is in it. */
  static final FormColumn UNKNOWN =
      new FormColumn("00", "未归栏目", "Not known to the form", true, false);

  public StatisticsTable {
    boolean unknown = cells.stream().anyMatch(cell -> cell.column().equals(UNKNOWN.code()));
    columns =
        unknown
            ? Stream.concat(columns.stream(), Stream.of(UNKNOWN)).toList()
            : List.copyOf(columns);
    cells = List.copyOf(cells);
  }

  /** Divisions or bodies that have something, in their order. */
  public List<String> units() {
    return cells.stream().map(Cell::unit).distinct().sorted().toList();
  }

  /** How many of a unit, or of all where it is null, stand in a column. */
  public long count(String unit, String column) {
    return cells.stream()
        .filter(cell -> cell.column().equals(column) && (unit == null || cell.unit().equals(unit)))
        .mapToLong(Cell::count)
        .sum();
  }

  /** All of a unit, or of all where it is null. */
  public long total(String unit) {
    return counted(unit).stream().mapToLong(Cell::count).sum();
  }

  /** The money of a unit, or of all where it is null, in yuan. */
  public BigDecimal amount(String unit) {
    return counted(unit).stream().map(Cell::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private List<Cell> counted(String unit) {
    Set<String> towardsTotal =
        columns.stream()
            .filter(column -> !column.besideTotal())
            .map(FormColumn::code)
            .collect(Collectors.toSet());
    return cells.stream()
        .filter(cell -> towardsTotal.contains(cell.column()))
        .filter(cell -> unit == null || cell.unit().equals(unit))
        .toList();
  }
}
