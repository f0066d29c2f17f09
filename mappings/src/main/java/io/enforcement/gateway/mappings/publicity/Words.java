package io.enforcement.gateway.mappings.publicity;

import io.enforcement.gateway.mappings.Reading;
import io.enforcement.gateway.standards.codes.CodeTable;
import java.util.List;

/** What the public reads instead of a code of the standard. */
final class Words {

  private Words() {}

  /** The word, null for no code; notes {@code mapping.code} for a code that has none. */
  static String of(String table, String code, String path, Reading reading) {
    String word = CodeTable.of(table).display(code).orElse(null);
    if (code != null && word == null) {
      reading.refuse("mapping.code", path, Reading.classOf(code), table);
    }
    return word;
  }

  static List<String> of(String table, List<String> codes, String path, Reading reading) {
    return codes.stream().map(c -> of(table, c, path, reading)).toList();
  }
}
