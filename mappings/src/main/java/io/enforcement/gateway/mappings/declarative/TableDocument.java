package io.enforcement.gateway.mappings.declarative;

import io.enforcement.gateway.mappings.file.TableFile;
import io.enforcement.gateway.mappings.file.TableRow;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A table as named values; a row that cannot be read has none. */
record TableDocument(TableFile table) implements DocumentForm {

  @Override
  public Map<String, String> values(byte[] document) {
    List<TableRow> rows = table.read(document);
    Map<String, String> values = new LinkedHashMap<>();
    for (TableRow row : rows) {
      for (int i = 0; i < row.cells().size(); i++) {
        if (!row.cells().get(i).isEmpty()) {
          values.put(path(rows, row, i), row.cells().get(i));
        }
      }
    }
    return values;
  }

  @Override
  public byte[] with(byte[] document, String path, String value) {
    List<TableRow> rows = table.read(document);
    List<List<String>> changed = new ArrayList<>();
    for (TableRow row : rows) {
      if (row.findings().isEmpty()) {
        List<String> cells = new ArrayList<>(row.cells());
        for (int i = 0; i < cells.size(); i++) {
          if (path(rows, row, i).equals(path)) {
            cells.set(i, value == null ? "" : value);
          }
        }
        changed.add(cells);
      }
    }
    return table.write(changed);
  }

  private String path(List<TableRow> rows, TableRow row, int column) {
    String name = table.header().get(column);
    return rows.size() == 1 ? name : row.number() + "!" + name;
  }
}
