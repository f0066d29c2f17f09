package io.enforcement.gateway.routes.pack.check;

import io.enforcement.gateway.routes.partner.PackFiles;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which files of a pack speak of which others: the settings name mapping files and column tables, a
 * mapping file names code maps and other mapping files.
 */
final class References {

  private static final String TABLE = ".csv";
  private static final Pattern CODES =
      Pattern.compile(":code(?:-back|-or)?\\(\\s*(?:\"([^\"]*)\"|[^\\s\"])");
  private static final Pattern IMPORT = Pattern.compile("(?m)^\\s*import\\s+\"([^\"]+)\"");
  private static final List<String> FREE = List.of("samples/", "README", "readme", "LICENSE");

  private final PackFiles pack;
  private final Set<String> mappings = new TreeSet<>();
  private final Set<String> codeMaps = new TreeSet<>();
  private final Set<String> columnTables = new TreeSet<>();
  private boolean namesTablesAsItRuns;

  private References(PackFiles pack) {
    this.pack = pack;
  }

  static References of(PackFiles pack, List<Way> ways) {
    References references = new References(pack);
    Deque<String> open = new ArrayDeque<>();
    for (Way way : ways) {
      Optional.ofNullable(way.format().get("header"))
          .map(header -> header.strip().split("\\s+"))
          .map(List::of)
          .ifPresent(references.columnTables::addAll);
      if (way.isMapping()) {
        open.add(way.translator());
      }
    }
    while (!open.isEmpty()) {
      String name = open.poll();
      if (references.mappings.add(name)) {
        pack.text(name).ifPresent(text -> references.read(text, open));
      }
    }
    return references;
  }

  /** Files of code maps that mapping files use. */
  Set<String> codeMaps() {
    return codeMaps;
  }

  /** Files that list columns. */
  Set<String> columnTables() {
    return columnTables;
  }

  /** Files that nothing speaks of. */
  List<String> unused() {
    Set<String> used = new TreeSet<>(columnTables);
    used.addAll(mappings);
    used.addAll(codeMaps);
    used.add(PackFiles.SETTINGS);
    return pack.names().stream()
        .filter(name -> !used.contains(name) && FREE.stream().noneMatch(name::startsWith))
        .filter(name -> !namesTablesAsItRuns || !name.endsWith(TABLE))
        .toList();
  }

  private void read(String text, Deque<String> open) {
    IMPORT.matcher(text).results().map(found -> found.group(1)).forEach(open::add);
    Matcher codes = CODES.matcher(text);
    while (codes.find()) {
      if (codes.group(1) == null) {
        namesTablesAsItRuns = true;
      } else {
        codeMaps.add(codes.group(1) + TABLE);
      }
    }
  }
}
