package io.enforcement.gateway.routes.pack.check;

import io.enforcement.gateway.routes.partner.PackFiles;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which files of a pack speak of which others: the settings name mapping files and column tables, a
 * mapping file names code maps and other mapping files.
 */
final class References {

  private static final String TABLE = ".csv";
  private static final Pattern CODES = Pattern.compile(":code\\(\\s*(?:\"([^\"]*)\"|[^\\s\"])");
  private static final Pattern IMPORT = Pattern.compile("(?m)^\\s*import\\s+\"([^\"]+)\"");
  private static final List<String> FREE = List.of("samples/", "README", "readme", "LICENSE");

  /** A name in a file. */
  record Mention(String name, String file, int line) {}

  private final PackFiles pack;
  private final Map<String, Mention> mappings = new TreeMap<>();
  private final Map<String, Mention> codeMaps = new TreeMap<>();
  private final Set<String> columnTables = new TreeSet<>();
  private final Set<String> translators = new TreeSet<>();
  private boolean namesTablesAsItRuns;

  private References(PackFiles pack) {
    this.pack = pack;
  }

  static References of(PackFiles pack, List<Way> ways) {
    References references = new References(pack);
    Deque<String> open = new ArrayDeque<>();
    for (Way way : ways) {
      Optional.ofNullable(way.format().get("header")).ifPresent(references.columnTables::add);
      if (way.isMapping()) {
        references.translators.add(way.translator());
        open.add(way.translator());
      }
    }
    Set<String> read = new TreeSet<>();
    while (!open.isEmpty()) {
      String name = open.poll();
      if (read.add(name)) {
        pack.text(name).ifPresent(text -> references.read(name, text, open));
      }
    }
    return references;
  }

  /** Mapping files that other mapping files import, with the first place that does. */
  Map<String, Mention> imported() {
    return mappings;
  }

  /** Files of code maps that mapping files use, with the first place that does. */
  Map<String, Mention> codeMaps() {
    return codeMaps;
  }

  /** Files that list columns. */
  Set<String> columnTables() {
    return columnTables;
  }

  /** Files that nothing speaks of. */
  List<String> unused() {
    Set<String> used = new TreeSet<>(columnTables);
    used.addAll(mappings.keySet());
    used.addAll(codeMaps.keySet());
    used.add(PackFiles.SETTINGS);
    used.addAll(translators);
    return pack.names().stream()
        .filter(name -> !used.contains(name) && FREE.stream().noneMatch(name::startsWith))
        .filter(name -> !namesTablesAsItRuns || !name.endsWith(TABLE))
        .toList();
  }

  private void read(String file, String text, Deque<String> open) {
    Matcher imports = IMPORT.matcher(text);
    while (imports.find()) {
      if (!imports.group(1).equals("gateway")) {
        mention(mappings, imports.group(1), file, text, imports.start(1));
        open.add(imports.group(1));
      }
    }
    Matcher codes = CODES.matcher(text);
    while (codes.find()) {
      if (codes.group(1) == null) {
        namesTablesAsItRuns = true;
      } else {
        mention(codeMaps, codes.group(1) + TABLE, file, text, codes.start(1));
      }
    }
  }

  private static void mention(
      Map<String, Mention> mentions, String name, String file, String text, int at) {
    int line = 1 + (int) text.substring(0, at).chars().filter(c -> c == '\n').count();
    mentions.putIfAbsent(name, new Mention(name, file, line));
  }
}
