package io.enforcement.gateway.routes.pack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.enforcement.gateway.mappings.PermittedFields;
import io.enforcement.gateway.standards.format.StandardJson;
import io.enforcement.gateway.standards.model.StandardRecord;
import io.enforcement.gateway.standards.validation.Finding;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

/**
 * Two translations of the same messages beside each other, field by field. Of fields that are not
 * public it says that they differ, never what they hold. Used by one thread.
 */
final class Comparison {

  /** So many differences are shown of an exchange; all are counted. */
  private static final int SHOWN = 50;

  private static final String HIDDEN = "•••";

  private final String exchange;
  private final String direction;
  private final boolean open;
  private final List<Difference> differences = new ArrayList<>();
  private int compared;
  private int same;
  private int newlyRefused;
  private int newlyAccepted;

  /**
   * @param open whether values of the partner's documents may be shown
   */
  Comparison(String exchange, String direction, boolean open) {
    this.exchange = exchange;
    this.direction = direction;
    this.open = open;
  }

  /** One field that differs; a value is null where there was none. */
  record Difference(UUID message, String path, String before, String after) {}

  /** All of one exchange. */
  record Summary(
      String exchange,
      String direction,
      int compared,
      int same,
      int changed,
      int newlyRefused,
      int newlyAccepted,
      List<Difference> differences) {}

  void add(UUID message, Side before, Side after) {
    compared++;
    if (before.fields.equals(after.fields)) {
      same++;
      return;
    }
    newlyRefused += !before.refused && after.refused ? 1 : 0;
    newlyAccepted += before.refused && !after.refused ? 1 : 0;
    Set<String> paths = new TreeSet<>(before.fields.keySet());
    paths.addAll(after.fields.keySet());
    paths.stream()
        .filter(path -> !Objects.equals(before.fields.get(path), after.fields.get(path)))
        .limit(Math.max(0, SHOWN - differences.size()))
        .forEach(path -> differences.add(difference(message, path, before, after)));
  }

  Summary summary() {
    return new Summary(
        exchange,
        direction,
        compared,
        same,
        compared - same,
        newlyRefused,
        newlyAccepted,
        List.copyOf(differences));
  }

  private Difference difference(UUID message, String path, Side before, Side after) {
    boolean shown = before.open.contains(path) || after.open.contains(path) || open && plain(path);
    return new Difference(
        message, path, shown(before.fields.get(path), shown), shown(after.fields.get(path), shown));
  }

  private boolean plain(String path) {
    return direction.equals("receives") || path.endsWith(Side.FINDING);
  }

  private static String shown(String value, boolean open) {
    return value == null || open ? value : HIDDEN;
  }

  /** One translation of one message: its fields by path. */
  static final class Side {

    static final Side NONE = new Side();

    private static final String FINDING = "finding";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, String> fields = new TreeMap<>();

    /** The paths whose values everybody may see. */
    private final Set<String> open = new TreeSet<>();

    private boolean refused;

    Side record(int position, StandardRecord record) {
      String name = record.getClass().getSimpleName();
      collect(tree(StandardJson.write(record)), position + "." + name, fields);
      PermittedFields everybody = PermittedFields.of(List.of(name), List.of("public"));
      Map<String, String> seen = new TreeMap<>();
      collect(tree(StandardJson.write(everybody.in(record))), position + "." + name, seen);
      open.addAll(seen.keySet());
      return this;
    }

    Side refused(int position, List<Finding> findings) {
      refused = true;
      for (int i = 0; i < findings.size(); i++) {
        Finding finding = findings.get(i);
        fields.put(position + ".[" + i + "]." + FINDING, finding.rule() + " " + finding.path());
      }
      return this;
    }

    Side failed(Throwable failure) {
      refused = true;
      fields.put("0." + FINDING, failure.getClass().getSimpleName());
      return this;
    }

    Side document(byte[] document) {
      JsonNode tree = tree(document);
      if (tree != null) {
        collect(tree, "", fields);
      } else {
        List<String> lines = new String(document, StandardCharsets.UTF_8).lines().toList();
        for (int i = 0; i < lines.size(); i++) {
          fields.put("line " + (i + 1), lines.get(i));
        }
      }
      return this;
    }

    private static JsonNode tree(byte[] document) {
      try {
        return JSON.readTree(document);
      } catch (IOException notJson) {
        return null;
      }
    }

    private static void collect(JsonNode node, String path, Map<String, String> fields) {
      if (node.isObject()) {
        node.properties().forEach(f -> collect(f.getValue(), path + "." + f.getKey(), fields));
      } else if (node.isArray()) {
        for (int i = 0; i < node.size(); i++) {
          collect(node.get(i), path + "[" + i + "]", fields);
        }
      } else {
        fields.put(path, node.asText());
      }
    }
  }
}
