package io.enforcement.gateway.routes.pack.check;

import java.util.ArrayList;
import java.util.List;

/**
 * A small CSV table (RFC 4180) as rows that know their lines, read just as the gateway reads its
 * tables, but without stopping at the first fault.
 */
public final class TableText {

  /** One row; {@code closed} is false when a quote has no partner. */
  public record Row(int line, List<String> fields, boolean closed) {}

  private final String text;
  private int at;
  private int line = 1;
  private boolean closed = true;

  private TableText(String text) {
    this.text = text;
  }

  /** All rows, the first one among them. */
  public static List<Row> rows(String text) {
    TableText table = new TableText(text);
    List<Row> rows = new ArrayList<>();
    while (table.at < text.length()) {
      int line = table.line;
      rows.add(new Row(line, table.row(), table.closed));
    }
    return rows;
  }

  private List<String> row() {
    List<String> fields = new ArrayList<>();
    char end = ',';
    while (end == ',') {
      fields.add(at < text.length() && text.charAt(at) == '"' ? quoted() : plain());
      end = at < text.length() ? text.charAt(at++) : '\n';
    }
    line++;
    return fields;
  }

  private String plain() {
    int start = at;
    while (at < text.length() && text.charAt(at) != ',' && text.charAt(at) != '\n') {
      at++;
    }
    return text.substring(start, at).strip();
  }

  private String quoted() {
    StringBuilder field = new StringBuilder();
    at++;
    while (at < text.length()) {
      char c = text.charAt(at++);
      if (c == '\n') {
        line++;
      }
      if (c != '"') {
        field.append(c);
      } else if (at < text.length() && text.charAt(at) == '"') {
        field.append(text.charAt(at++));
      } else {
        return field.toString();
      }
    }
    closed = false;
    return field.toString();
  }
}
