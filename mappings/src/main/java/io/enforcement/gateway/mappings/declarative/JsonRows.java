package io.enforcement.gateway.mappings.declarative;

import com.fasterxml.jackson.databind.JsonNode;
import io.enforcement.gateway.standards.validation.Finding;
import io.enforcement.gateway.standards.validation.Rejected;
import java.util.ArrayList;
import java.util.List;

/** JSON: an object is one record, an array of objects is many; both may stand in an envelope. */
final class JsonRows implements Rows {

  private final List<String> steps;

  /**
   * @param steps names that lead through the envelope to the records; none where there is none
   */
  JsonRows(List<String> steps) {
    this.steps = List.copyOf(steps);
  }

  @Override
  public List<Row> read(byte[] message) {
    JsonNode root = Trees.strict(message);
    for (String step : steps) {
      root = root.path(step);
    }
    if (root.isObject()) {
      return List.of(Row.of(1, root));
    }
    if (!root.isArray() || root.isEmpty()) {
      throw new Rejected(
          Finding.of("json.records", String.join(".", steps), "neither an object nor objects"));
    }
    if (root.size() > MAX_ROWS) {
      throw new Rejected(Finding.of("json.records", "", root.size() + " records", "" + MAX_ROWS));
    }
    List<Row> rows = new ArrayList<>(root.size());
    for (JsonNode element : root) {
      int position = rows.size() + 1;
      rows.add(element.isObject() ? Row.of(position, element) : notAnObject(position));
    }
    return rows;
  }

  private static Row notAnObject(int position) {
    return Row.refused(position, Finding.of("json.type", "[" + (position - 1) + "]", "no object"));
  }
}
