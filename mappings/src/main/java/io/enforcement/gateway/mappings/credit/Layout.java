package io.enforcement.gateway.mappings.credit;

import io.enforcement.gateway.mappings.PartnerCodes;
import io.enforcement.gateway.mappings.Reading;
import io.enforcement.gateway.standards.format.CsvTable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One of the layouts in circulation: its tables with their columns ({@code columns*.csv}) and its
 * code lists. What a row says is gathered once, under names of our own; the layout says which
 * column it becomes. Immutable; any thread.
 */
final class Layout {

  private static final String[] HEADER = {
    "table", "column", "value", "type", "characters", "required", "codes"
  };

  /** Since 2019, natural and legal persons in one table; categories are words. */
  static final Layout MERGED = new Layout("");

  /** Of 2018, four tables; categories are the numbers of the vendor's platform (S1). */
  static final Layout OF_2018 = new Layout("-2018");

  /** Of 2015, with a status column; categories are the numbers of one old platform (S8). */
  static final Layout OF_2015 = new Layout("-2015");

  private final Map<String, List<Column>> tables = new LinkedHashMap<>();
  private final PartnerCodes penaltyKinds;
  private final PartnerCodes licenceKinds;

  private Layout(String suffix) {
    penaltyKinds = PartnerCodes.beside(Layout.class, "penalty-kind" + suffix);
    licenceKinds = PartnerCodes.beside(Layout.class, "licence-kind" + suffix);
    for (List<String> row :
        CsvTable.rows(Layout.class.getResourceAsStream("columns" + suffix + ".csv"), HEADER)) {
      tables
          .computeIfAbsent(row.get(0), table -> new ArrayList<>())
          .add(Column.of(row.subList(1, row.size())));
    }
  }

  PartnerCodes penaltyKinds() {
    return penaltyKinds;
  }

  PartnerCodes licenceKinds() {
    return licenceKinds;
  }

  /** One row of this table; notes what the platform would not take. */
  Map<String, Object> row(String table, Map<String, Object> values, String path, Reading reading) {
    Map<String, Object> row = new LinkedHashMap<>();
    for (Column column : tables.get(table)) {
      row.put(column.name(), column.in(values, path, reading));
    }
    return row;
  }
}
