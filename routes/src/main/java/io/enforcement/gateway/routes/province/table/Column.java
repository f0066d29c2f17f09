package io.enforcement.gateway.routes.province.table;

import io.enforcement.gateway.standards.dictionary.Label;
import io.enforcement.gateway.standards.dictionary.Sensitivity;
import java.util.List;

/**
 * One column of a provincial table.
 *
 * @param name as in SQL
 * @param type SQL type; {@code jsonb} holds a list of parts, as the JSON twin writes it
 * @param required whether every row has it
 * @param label what people call it
 * @param sensitivity of the strictest thing in it
 * @param path property names of the JSON twin that lead to its value; empty for what the gateway
 *     itself knows of a record
 * @param hidden of a list of parts: the properties that data staff do not see
 */
public record Column(
    String name,
    String type,
    boolean required,
    Label label,
    Sensitivity sensitivity,
    List<String> path,
    List<String> hidden) {

  /** Of a list of parts. */
  static final String PARTS = "jsonb";

  /** What tells of the transfer and not of the act: the same act may come with others. */
  private static final List<String> TRANSFER =
      List.of("record_unique_identity", "cd_time", "cd_source", "cd_batch");

  public Column {
    path = List.copyOf(path);
    hidden = List.copyOf(hidden);
  }

  /** A column of what the gateway itself knows of a record. */
  static Column own(String name, String type, boolean required, String zh, String en) {
    return new Column(
        name, type, required, new Label(zh, en), Sensitivity.PUBLIC, List.of(), List.of());
  }

  /** Whether it holds a field of the record. */
  public boolean isField() {
    return !path.isEmpty();
  }

  /** Whether a difference in it makes another content. */
  boolean isContent() {
    return isField() && !TRANSFER.contains(name);
  }

  /** Whether everybody who may see records may see it. */
  public boolean isPublic() {
    return sensitivity == Sensitivity.PUBLIC;
  }

  boolean isOnePersonalValue() {
    return sensitivity == Sensitivity.PERSONAL && type.equals("text");
  }
}
