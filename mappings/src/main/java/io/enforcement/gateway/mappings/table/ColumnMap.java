package io.enforcement.gateway.mappings.table;

import io.enforcement.gateway.mappings.PartnerCodes;
import io.enforcement.gateway.mappings.Reading;
import io.enforcement.gateway.standards.codes.CodeTable;
import io.enforcement.gateway.standards.dictionary.Field;
import io.enforcement.gateway.standards.format.CsvTable;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * The columns of one table as {@code <name>.columns.csv} of a partner's folder lists them, in their
 * order: {@code column,label,path,form,length,least,codes}. {@code codes} is the partner's code
 * list for the form code, a table of the standard for name, and another file of columns for rows.
 * Immutable; any thread.
 */
final class ColumnMap {

  private static final String[] HEADER = {
    "column", "label", "path", "form", "length", "least", "codes"
  };

  private final List<Column> columns = new ArrayList<>();

  private ColumnMap() {}

  /**
   * The columns in the file of this name beside a translator.
   *
   * @param fields of the record or part whose rows they are
   * @throws IllegalStateException when file, path, form or code list is wrong: a fault of ours,
   *     found at start
   */
  static ColumnMap beside(Class<?> translator, String name, List<Field> fields) {
    InputStream csv = translator.getResourceAsStream(name + ".columns.csv");
    if (csv == null) {
      throw new IllegalStateException("no columns " + name + " beside " + translator.getName());
    }
    return of(csv, name, translator, fields);
  }

  /** As {@link #beside}, from these bytes. */
  static ColumnMap of(InputStream csv, String name, Class<?> translator, List<Field> fields) {
    ColumnMap map = new ColumnMap();
    for (List<String> row : CsvTable.rows(csv, HEADER)) {
      try {
        map.columns.add(column(row, translator, fields));
      } catch (RuntimeException e) {
        throw new IllegalStateException("columns " + name + ", " + row.get(0), e);
      }
    }
    if (map.columns.stream().map(Column::name).distinct().count() < map.columns.size()) {
      throw new IllegalStateException("columns " + name + " have a name twice");
    }
    return map;
  }

  /**
   * One row, all columns in their order; an absent value is null.
   *
   * @param at where the row stands in the document, for findings
   */
  Map<String, Object> row(JsonNode record, String at, Reading reading) {
    Map<String, Object> row = new LinkedHashMap<>();
    for (Column column : columns) {
      row.put(column.name(), column.write(record, at, reading));
    }
    return row;
  }

  private static Column column(List<String> row, Class<?> translator, List<Field> fields) {
    String path = row.get(2);
    Form form = Form.of(row.get(3));
    String codes = row.get(6);
    if (form == Form.NAME) {
      CodeTable.of(codes);
    }
    return new Column(
        row.get(0),
        ColumnPath.of(path, fields),
        form,
        number(row.get(4)),
        number(row.get(5)),
        codes,
        form == Form.CODE ? PartnerCodes.beside(translator, codes) : null,
        form == Form.ROWS ? beside(translator, codes, ColumnPath.below(path, fields)) : null);
  }

  private static int number(String text) {
    return text.isEmpty() ? 0 : Integer.parseInt(text);
  }
}
