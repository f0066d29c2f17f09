package io.enforcement.gateway.mappings.credit;

import io.enforcement.gateway.mappings.PartnerCodes;
import io.enforcement.gateway.mappings.Reading;
import io.enforcement.gateway.standards.format.CsvTable;
import io.enforcement.gateway.standards.model.Operation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One of the layouts in circulation: its tables with their columns ({@code columns*.csv}), its code
 * lists and the form of its documents. What a row says is gathered once, under names of our own;
 * the layout says which column it becomes. Immutable; any thread.
 */
final class Layout {

  private static final String[] HEADER = {
    "table", "column", "value", "type", "characters", "required", "codes"
  };

  /** Since 2019, natural and legal persons in one table; categories are words. */
  static final Layout MERGED = new Layout("", "", FrontTable::document);

  /** Of 2018, four tables; categories are the numbers of the vendor's platform (S1). */
  static final Layout OF_2018 = new Layout("-2018", "-2018", FrontTable::document);

  /** Of 2015, with a status column; categories are the numbers of one old platform (S8). */
  static final Layout OF_2015 = new Layout("-2015", "-2015", FrontTable::document);

  /** The upload templates: the four tables as spreadsheets, columns and categories are words. */
  static final Layout OF_TEMPLATES = new Layout("-xlsx", "", Template::document);

  /** How a platform wants the rows of one table: as a document for the connector. */
  private interface Form {
    byte[] document(String table, List<Map<String, Object>> rows);
  }

  // A layout says with one of these that a row of ours was wrong from the start.
  private static final Set<String> WITHDRAWAL = Set.of("CD_OPERATION", "STATUS");

  private final Map<String, List<Column>> tables = new LinkedHashMap<>();
  private final PartnerCodes penaltyKinds;
  private final PartnerCodes licenceKinds;
  private final Form form;

  /**
   * @param columns which file of columns: what stands after {@code columns} in its name
   * @param kinds which lists of penalty and licence kinds, alike
   */
  private Layout(String columns, String kinds, Form form) {
    this.form = form;
    penaltyKinds = PartnerCodes.beside(Layout.class, "penalty-kind" + kinds);
    licenceKinds = PartnerCodes.beside(Layout.class, "licence-kind" + kinds);
    for (List<String> row :
        CsvTable.rows(Layout.class.getResourceAsStream("columns" + columns + ".csv"), HEADER)) {
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
    List<Column> columns = tables.get(table);
    for (Column column : columns) {
      row.put(column.name(), column.in(values, path, reading));
    }
    if (Operation.D.value().equals(values.get("CD_OPERATION"))
        && columns.stream().map(Column::value).noneMatch(WITHDRAWAL::contains)) {
      reading.refuse("credit.cannot-withdraw", table, "a row, wrongly sent");
    }
    return row;
  }

  /** Rows of one table as the platform takes them. */
  byte[] document(String table, List<Map<String, Object>> rows) {
    return form.document(table, rows);
  }
}
