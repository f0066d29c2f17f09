package io.enforcement.gateway.standards.format;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Our own tables: UTF-8 CSV (RFC 4180) with a fixed header. Not a door for foreign files: it stops
 * at the first fault, because a fault here is ours.
 */
public final class CsvTable {

  private final String text;
  private int at;

  private CsvTable(String text) {
    this.text = text;
  }

  /**
   * The rows below the header, each as long as the header.
   *
   * @throws IllegalStateException when the header differs or a row has another length
   */
  public static List<List<String>> rows(InputStream csv, String... header) {
    try {
      String text = StrictText.decode(csv.readAllBytes(), StandardCharsets.UTF_8);
      List<List<String>> rows = new CsvTable(text).rows();
      if (rows.isEmpty() || !rows.get(0).equals(List.of(header))) {
        throw new IllegalStateException("the header must be " + String.join(",", header));
      }
      for (int i = 1; i < rows.size(); i++) {
        if (rows.get(i).size() != header.length) {
          throw new IllegalStateException("row " + (i + 1) + " needs " + header.length + " fields");
        }
      }
      return List.copyOf(rows.subList(1, rows.size()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<List<String>> rows() {
    List<List<String>> rows = new ArrayList<>();
    while (at < text.length()) {
      rows.add(row());
    }
    return rows;
  }

  private List<String> row() {
    List<String> fields = new ArrayList<>();
    do {
      fields.add(at < text.length() && text.charAt(at) == '"' ? quoted() : plain());
    } while (at < text.length() && text.charAt(at++) == ',');
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
      if (c != '"') {
        field.append(c);
      } else if (at < text.length() && text.charAt(at) == '"') {
        field.append(text.charAt(at++));
      } else {
        return field.toString();
      }
    }
    throw new IllegalStateException("a quote is not closed");
  }
}
