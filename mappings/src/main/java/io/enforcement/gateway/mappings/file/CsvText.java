package io.enforcement.gateway.mappings.file;

import io.enforcement.gateway.standards.validation.Finding;
import io.enforcement.gateway.standards.validation.Rejected;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.util.List;

/**
 * Writes CSV (RFC 4180, CRLF) that a spreadsheet program opens without acting on it: a text that
 * would count as a formula gets an apostrophe before it, and stays a text. Plain numbers are left
 * as they are, also negative ones.
 */
final class CsvText {

  /** What makes a program calculate; the wide ones count too where Chinese is typed. */
  private static final String FORMULA_STARTS = "=+-@\t\r＝＋－＠";

  private final Charset charset;
  private final char delimiter;
  private final List<String> header;

  CsvText(Charset charset, char delimiter, List<String> header) {
    this.charset = charset;
    this.delimiter = delimiter;
    this.header = header;
  }

  byte[] of(List<List<String>> rows) {
    StringBuilder text = new StringBuilder();
    line(text, header);
    rows.forEach(row -> line(text, row));
    return encode(text);
  }

  private void line(StringBuilder text, List<String> cells) {
    for (int i = 0; i < cells.size(); i++) {
      text.append(i == 0 ? "" : delimiter).append(field(cells.get(i)));
    }
    text.append("\r\n");
  }

  private String field(String value) {
    boolean formula = startsFormula(value);
    String safe = formula ? "'" + value : value;
    boolean plain = !formula && safe.chars().noneMatch(this::needsQuotes);
    return plain ? safe : '"' + safe.replace("\"", "\"\"") + '"';
  }

  private boolean needsQuotes(int c) {
    return c == delimiter || c == '"' || c == '\n' || c == '\r';
  }

  private static boolean startsFormula(String value) {
    if (value.length() < 2 || FORMULA_STARTS.indexOf(value.charAt(0)) < 0) {
      return false;
    }
    boolean sign = value.charAt(0) == '+' || value.charAt(0) == '-';
    return !sign || !value.chars().skip(1).allMatch(c -> (c >= '0' && c <= '9') || c == '.');
  }

  private byte[] encode(StringBuilder text) {
    try {
      ByteBuffer bytes =
          charset
              .newEncoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .encode(CharBuffer.wrap(text));
      byte[] result = new byte[bytes.remaining()];
      bytes.get(result);
      return result;
    } catch (CharacterCodingException e) {
      throw new Rejected(Finding.of("csv.character", "", "a rare character", charset.name()));
    }
  }
}
