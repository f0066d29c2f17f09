package io.enforcement.gateway.mappings.table;

import io.enforcement.gateway.mappings.Reading;
import io.enforcement.gateway.standards.dictionary.Dictionary;
import io.enforcement.gateway.standards.dictionary.Field;
import io.enforcement.gateway.standards.format.CsvTable;
import io.enforcement.gateway.standards.format.StandardJson;
import io.enforcement.gateway.standards.format.StrictJson;
import io.enforcement.gateway.standards.model.StandardRecord;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * Which table of a partner a record goes to, as {@code tables.csv} of its folder lists them: {@code
 * record,when,table,columns}. {@code when} is empty or a field of the record and its value ({@code
 * punishProcedure=1}); the first row that fits counts, and the last of a record always fits.
 * Immutable; any thread.
 */
public final class RecordTables {

  private final Map<String, List<Table>> tables = new HashMap<>();

  private record Table(String field, String value, String name, ColumnMap columns) {

    boolean fits(JsonNode record) {
      return field.isEmpty() || record.path(field).asString("").equals(value);
    }
  }

  private RecordTables() {}

  /**
   * The tables of the folder that a translator lies in.
   *
   * @throws IllegalStateException when a file of the folder is missing or wrong: a fault of ours,
   *     found at start
   */
  public static RecordTables beside(Class<?> translator) {
    InputStream csv = translator.getResourceAsStream("tables.csv");
    if (csv == null) {
      throw new IllegalStateException("no tables.csv beside " + translator.getName());
    }
    RecordTables tables = new RecordTables();
    for (List<String> row : CsvTable.rows(csv, "record", "when", "table", "columns")) {
      tables.tables.computeIfAbsent(row.get(0), r -> new ArrayList<>()).add(table(row, translator));
    }
    tables.tables.forEach(RecordTables::requireLastFits);
    return tables;
  }

  /**
   * The record as one row.
   *
   * @throws io.enforcement.gateway.standards.validation.Rejected when a column cannot hold its
   *     value
   */
  public TableRows whole(StandardRecord record) {
    return rows(record, "data.", List::of);
  }

  /**
   * The record as one row for each of its parties; without parties one row.
   *
   * @throws io.enforcement.gateway.standards.validation.Rejected when a column cannot hold its
   *     value
   */
  public TableRows byParty(StandardRecord record) {
    return rows(record, null, ByParty::of);
  }

  private TableRows rows(StandardRecord record, String at, Split split) {
    JsonNode tree = StrictJson.tree(StandardJson.write(record));
    Table table =
        tables.get(record.getClass().getSimpleName()).stream()
            .filter(t -> t.fits(tree))
            .findFirst()
            .orElseThrow();
    Reading reading = new Reading();
    List<Map<String, Object>> rows = new ArrayList<>();
    for (JsonNode each : split.of(tree)) {
      String place = at == null ? "rows[" + rows.size() + "]." : at;
      rows.add(table.columns().row(each, place, reading));
    }
    reading.orRejected();
    return new TableRows(table.name(), rows);
  }

  /** The records that make a row each. */
  @FunctionalInterface
  private interface Split {
    List<JsonNode> of(JsonNode record);
  }

  private static Table table(List<String> row, Class<?> translator) {
    List<Field> fields =
        Dictionary.v1()
            .record(row.get(0))
            .orElseThrow(() -> new IllegalStateException("there is no record " + row.get(0)))
            .fields();
    String[] when = row.get(1).split("=", 2);
    if (when.length == 2) {
      ColumnPath.of(when[0], fields);
    }
    return new Table(
        when[0],
        when.length == 2 ? when[1] : null,
        row.get(2),
        ColumnMap.beside(translator, row.get(3), fields));
  }

  private static void requireLastFits(String record, List<Table> tables) {
    if (!tables.get(tables.size() - 1).field().isEmpty()) {
      throw new IllegalStateException("tables.csv needs a last row without when for " + record);
    }
  }
}
