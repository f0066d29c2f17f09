package io.enforcement.gateway.routes.pack.check;

import io.enforcement.gateway.routes.pack.check.TableText.Row;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The tables that a pack uses: code maps and lists of columns. */
final class TableCheck {

  private static final List<String> CODE_MAP = List.of("from", "to");

  private final Draft draft;
  private final References references;

  TableCheck(Draft draft, References references) {
    this.draft = draft;
    this.references = references;
  }

  void check() {
    references.codeMaps().stream()
        .filter(name -> draft.pack().names().contains(name))
        .forEach(this::codeMap);
    references.columnTables().stream()
        .filter(name -> draft.pack().names().contains(name))
        .forEach(this::columns);
  }

  private void codeMap(String name) {
    Optional<List<Row>> rows = rows(name);
    if (rows.isEmpty()) {
      return;
    }
    if (rows.get().isEmpty() || !rows.get().get(0).fields().equals(CODE_MAP)) {
      error(name, 1, "table.header", String.join(",", CODE_MAP));
    }
    Map<String, Integer> seen = new HashMap<>();
    rows.get().stream().skip(1).forEach(row -> codeMapRow(name, row, seen));
  }

  private void codeMapRow(String name, Row row, Map<String, Integer> seen) {
    if (!row.closed()) {
      error(name, row.line(), "table.quote");
    } else if (row.fields().size() != CODE_MAP.size()) {
      error(name, row.line(), "table.length", CODE_MAP.size(), row.fields().size());
    } else {
      Integer before = seen.putIfAbsent(row.fields().get(0), row.line());
      if (before != null) {
        error(name, row.line(), "table.twice", row.fields().get(0), before);
      }
    }
  }

  /** The first column below the first line names the columns of the partner's file. */
  private void columns(String name) {
    Optional<List<Row>> rows = rows(name);
    if (rows.isEmpty()) {
      return;
    }
    Map<String, Integer> seen = new HashMap<>();
    for (Row row : rows.get().subList(Math.min(1, rows.get().size()), rows.get().size())) {
      // A column and, parted by bars, its other headings.
      for (String heading : row.fields().get(0).split("\\|")) {
        Integer before = heading.isEmpty() ? null : seen.putIfAbsent(heading, row.line());
        if (before != null) {
          error(name, row.line(), "table.twice", heading, before);
        }
      }
    }
    if (seen.isEmpty()) {
      error(name, 1, "table.empty");
    }
  }

  private Optional<List<Row>> rows(String name) {
    byte[] bytes = draft.pack().bytes(name).orElseThrow();
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return Optional.of(TableText.rows(text));
    } catch (CharacterCodingException e) {
      error(name, 0, "not-utf8");
      return Optional.empty();
    }
  }

  private void error(String name, int line, String kind, Object... arguments) {
    draft.problems().error(name, line, kind, arguments);
  }
}
