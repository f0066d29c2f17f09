package io.enforcement.gateway.routes.pack.scaffold;

import io.enforcement.gateway.standards.codes.CodeTable;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A code map of a pack that is begun: the partner writes the names, the standard the codes.
 *
 * @param name the file's name without its ending
 * @param rows what is read, and what is written for it
 */
record CodeMap(String name, Map<String, String> rows) {

  static final CodeMap OPERATION = new CodeMap("operation", rows("新增", "I", "修改", "U", "删除", "D"));
  static final CodeMap YES_NO = new CodeMap("yes-no", rows("是", "true", "否", "false"));

  static CodeMap of(CodeTable table) {
    Map<String, String> rows = new LinkedHashMap<>();
    table.codes().forEach(code -> rows.put(code.display(), code.code()));
    return new CodeMap(table.name(), rows);
  }

  /** The same for what a partner receives. */
  CodeMap reversed() {
    Map<String, String> reversed = new LinkedHashMap<>();
    rows.forEach((from, to) -> reversed.put(to, from));
    return new CodeMap(name + "-names", reversed);
  }

  /** What the partner writes for this code. */
  String display(String code) {
    return reversed().rows.getOrDefault(code, code);
  }

  String file() {
    return name + ".csv";
  }

  String csv() {
    return rows.entrySet().stream()
        .map(row -> quoted(row.getKey()) + "," + quoted(row.getValue()) + "\n")
        .collect(Collectors.joining("", "from,to\n", ""));
  }

  /** A field of a table, in quotes where it needs them. */
  static String quoted(String text) {
    return text.matches("(?s).*[\",\r\n].*") ? '"' + text.replace("\"", "\"\"") + '"' : text;
  }

  private static Map<String, String> rows(String... fromAndTo) {
    Map<String, String> rows = new LinkedHashMap<>();
    for (int i = 0; i < fromAndTo.length; i += 2) {
      rows.put(fromAndTo[i], fromAndTo[i + 1]);
    }
    return rows;
  }
}
