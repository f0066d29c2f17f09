package io.enforcement.gateway.standards.file;

import io.enforcement.gateway.standards.file.RecordText.Form;
import io.enforcement.gateway.standards.validation.Finding;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;

/**
 * Takes a JSON text apart into its records without building any: one value, an array of values, or
 * one value per line. Holds one record at a time, and of that no more than the bound. What is
 * inside a record is somebody else's to judge. Used once, by one thread.
 */
final class JsonValues {

  private static final int END = -1;

  private final String file;
  private final InputStream in;
  private final int most;
  private final Consumer<RecordText> records;

  private long number;
  private long line = 1;
  private int next;

  /** Once a value has ended on its own line, a value is a line. */
  private boolean valuePerLine;

  /**
   * @param in buffered
   * @param most bytes of one record
   */
  JsonValues(String file, InputStream in, int most, Consumer<RecordText> records) {
    this.file = file;
    this.in = in;
    this.most = most;
    this.records = records;
  }

  void read() throws IOException {
    advance();
    skipSpace();
    if (next == '[') {
      array();
    } else {
      while (next != END) {
        value(false);
        skipSpace();
      }
    }
    if (number == 0) {
      fault("json.truncated", "empty");
    }
  }

  private void array() throws IOException {
    advance();
    skipSpace();
    while (next != ']') {
      if (next == END || !value(true)) {
        fault("json.truncated", "the array does not end");
        return;
      }
      skipSpace();
      if (next == ',') {
        advance();
        skipSpace();
      } else if (next != ']') {
        fault(next == END ? "json.truncated" : "json.syntax", "no comma between two records");
        return;
      }
    }
    advance();
    skipSpace();
    if (next != END) {
      fault("json.trailing", "more after the array");
    }
  }

  /** Takes one value; false when the text ends within it. */
  private boolean value(boolean inArray) throws IOException {
    long start = line;
    number++;
    ByteArrayOutputStream text = new ByteArrayOutputStream(4096);
    boolean ended = collect(text, inArray);
    if (text.size() > most) {
      records.accept(
          RecordText.fault(
              file,
              number,
              start,
              Finding.of("file.record-size", "", "longer than the bound", Integer.toString(most))));
    } else {
      records.accept(RecordText.of(file, number, start, Form.JSON, text.toByteArray()));
    }
    valuePerLine |= !inArray && ended && line == start && next == '\n';
    return ended;
  }

  private boolean collect(ByteArrayOutputStream text, boolean inArray) throws IOException {
    int depth = 0;
    boolean quoted = false;
    while (next != END && !(valuePerLine && next == '\n')) {
      if (!quoted && depth == 0 && text.size() > 0 && endsScalar(inArray)) {
        return true;
      }
      if (quoted) {
        if (next == '\\') {
          take(text);
        } else if (next == '"') {
          quoted = false;
        }
      } else if (next == '"') {
        quoted = true;
      } else if (next == '{' || next == '[') {
        depth++;
      } else if (next == '}' || next == ']') {
        depth--;
      }
      boolean closes = !quoted && depth <= 0 && (next == '}' || next == ']');
      take(text);
      if (closes && !valuePerLine) {
        return true;
      }
    }
    return valuePerLine && next != END || depth == 0 && !quoted;
  }

  private boolean endsScalar(boolean inArray) {
    return !valuePerLine && (isSpace(next) || inArray && (next == ',' || next == ']'));
  }

  private void take(ByteArrayOutputStream text) throws IOException {
    if (next != END) {
      // One byte beyond the bound is kept as the sign that it was passed.
      if (text.size() <= most) {
        text.write(next);
      }
      advance();
    }
  }

  private void skipSpace() throws IOException {
    while (isSpace(next)) {
      advance();
    }
  }

  private static boolean isSpace(int b) {
    return b == ' ' || b == '\n' || b == '\r' || b == '\t';
  }

  private void advance() throws IOException {
    if (next == '\n') {
      line++;
    }
    next = in.read();
  }

  private void fault(String rule, String valueClass) {
    records.accept(RecordText.fault(file, number + 1, line, Finding.of(rule, "", valueClass)));
  }
}
