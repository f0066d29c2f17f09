package io.enforcement.gateway.mappings.declarative;

import com.fasterxml.jackson.databind.JsonNode;
import io.enforcement.gateway.mappings.Context;
import io.enforcement.gateway.mappings.file.TableFile;
import io.enforcement.gateway.standards.validation.Finding;
import io.enforcement.gateway.standards.validation.Rejected;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** A table: an object is one row, an array is many; what is absent or null is an empty cell. */
record TableWriter(TableFile table) implements RowWriter {

  @Override
  public byte[] write(JsonNode answer, Context context) {
    List<List<String>> rows = new ArrayList<>();
    for (JsonNode row : answer.isArray() ? answer : List.of(answer)) {
      rows.add(cells(row));
    }
    return table.write(rows);
  }

  private List<String> cells(JsonNode row) {
    for (Iterator<String> names = row.fieldNames(); names.hasNext(); ) {
      String name = names.next();
      if (!table.header().contains(name)) {
        throw new Rejected(Finding.of("mapping.failed", name, "no column of the table"));
      }
    }
    return table.header().stream().map(name -> cell(name, row.path(name))).toList();
  }

  private static String cell(String name, JsonNode value) {
    if (value.isContainerNode()) {
      throw new Rejected(Finding.of("mapping.failed", name, "no plain value"));
    }
    return value.isBigDecimal() ? value.decimalValue().toPlainString() : value.asText("");
  }
}
