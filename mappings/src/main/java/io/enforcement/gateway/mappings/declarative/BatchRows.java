package io.enforcement.gateway.mappings.declarative;

import io.enforcement.gateway.mappings.file.BatchFile;
import io.enforcement.gateway.mappings.file.BatchFile.DataFile;
import io.enforcement.gateway.mappings.file.Places;
import io.enforcement.gateway.standards.validation.Finding;
import io.enforcement.gateway.standards.validation.Rejected;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A batch file: the records of its files, one file after the other in the manifest's order, counted
 * through. A file that cannot be read refuses the whole batch, because the sender must not have to
 * find out which half we took; a row that cannot be read is refused alone, and its findings name
 * file and row.
 *
 * @param types the forms that were agreed, by the manifest's word
 */
record BatchRows(BatchFile batch, Map<String, Rows> types) implements Rows {

  @Override
  public List<Row> read(byte[] message) {
    List<Row> rows = new ArrayList<>();
    for (DataFile file : batch.read(message)) {
      for (Row row : read(file)) {
        if (rows.size() == MAX_ROWS) {
          throw refused("batch.records", "", "over " + MAX_ROWS + " records", "" + MAX_ROWS);
        }
        rows.add(
            new Row(
                rows.size() + 1,
                row.value(),
                Places.below(file.name() + "!" + row.position(), row.findings())));
      }
    }
    return rows;
  }

  private List<Row> read(DataFile file) {
    Rows form = types.get(file.type());
    if (form == null) {
      throw refused("batch.type", file.name(), "another type", String.join(", ", types.keySet()));
    }
    List<Row> rows;
    try {
      rows = form.read(file.content());
    } catch (Rejected e) {
      throw Places.below(file.name(), e);
    }
    if (rows.size() != file.count()) {
      throw refused("batch.count", file.name(), rows.size() + " records", "" + file.count());
    }
    return rows;
  }

  private static Rejected refused(
      String rule, String path, String valueClass, String... arguments) {
    return new Rejected(Finding.of(rule, path, valueClass, arguments));
  }
}
