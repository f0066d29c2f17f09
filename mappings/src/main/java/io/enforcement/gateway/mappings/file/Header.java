package io.enforcement.gateway.mappings.file;

import java.util.List;
import java.util.Set;

/**
 * The agreed headings of a table in their order. A column may have gone by other names in earlier
 * years; what is read may have any of them, what is written has the first.
 *
 * @param columns the names that everything else knows
 * @param headings for each column the headings that a file may have there
 */
record Header(List<String> columns, List<Set<String>> headings) {

  /** Parts the names of one column. */
  private static final String OR = "\\|";

  /**
   * @param columns each a name, or several parted by a vertical bar: {@code 处罚种类|处罚类别}
   * @throws IllegalArgumentException when a name stands twice
   */
  static Header of(List<String> columns) {
    List<List<String>> names = columns.stream().map(c -> List.of(c.split(OR))).toList();
    List<String> all = names.stream().flatMap(List::stream).toList();
    for (String name : all) {
      if (all.indexOf(name) != all.lastIndexOf(name)) {
        throw new IllegalArgumentException("a column stands twice: " + name);
      }
    }
    return new Header(
        names.stream().map(n -> n.get(0)).toList(), names.stream().map(Set::copyOf).toList());
  }

  /** Whether this heading is agreed for the column at this place. */
  boolean allows(int place, String heading) {
    return headings.get(place).contains(heading);
  }

  String column(int place) {
    return columns.get(place);
  }

  int size() {
    return columns.size();
  }
}
