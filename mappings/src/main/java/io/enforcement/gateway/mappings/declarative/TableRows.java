package io.enforcement.gateway.mappings.declarative;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.enforcement.gateway.mappings.file.TableFile;
import io.enforcement.gateway.mappings.file.TableRow;
import java.util.List;

/** Tables: a row as an object by its header, every value a text. */
record TableRows(TableFile table) implements Rows {

  @Override
  public List<Row> read(byte[] message) {
    return table.read(message).stream().map(this::row).toList();
  }

  private Row row(TableRow row) {
    if (!row.findings().isEmpty()) {
      return new Row(row.number(), null, row.findings());
    }
    ObjectNode value = JsonNodeFactory.instance.objectNode();
    for (int i = 0; i < row.cells().size(); i++) {
      value.put(table.header().get(i), row.cells().get(i));
    }
    return Row.of(row.number(), value);
  }
}
