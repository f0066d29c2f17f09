package io.enforcement.gateway.routes.sandbox.farside;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * The tables of a front-end database as samples of its rows show them: those that the gateway
 * writes ({@code {"table":…,"rows":[…]}}) and those that it reads ({@code {"table":…,"row":…}}).
 * Texts, times and days are text columns, numbers are numbers. Used by one thread.
 */
public final class FrontTables {

  /** The column by which the gateway tells what it has read, in each table that it reads. */
  public static final String FLAG = "read_flag";

  private static final String TEXT = "varchar";
  private static final String NUMBER = "numeric";
  private static final List<String> EXCHANGE_COLUMNS =
      List.of("cd_id", "cd_time", "cd_source", "cd_batch", "cd_operation");

  private final Map<String, Map<String, String>> written = new TreeMap<>();
  private final Map<String, Map<String, String>> read = new TreeMap<>();

  /**
   * @param samples JSON documents; what shows no row is passed by
   */
  public FrontTables(List<JsonNode> samples) {
    for (JsonNode sample : samples) {
      String table = FrontRows.stored(sample.path("table").asString(""));
      sample.path("rows").forEach(row -> learn(written, table, row));
      if (sample.path("row").isObject()) {
        learn(read, table, sample.path("row"));
      }
    }
  }

  private static void learn(Map<String, Map<String, String>> tables, String table, JsonNode row) {
    Map<String, String> columns = tables.computeIfAbsent(table, t -> new LinkedHashMap<>());
    row.properties()
        .forEach(
            column ->
                columns.merge(
                    FrontRows.stored(column.getKey()),
                    column.getValue().isNumber() ? NUMBER : TEXT,
                    (one, other) -> one.equals(other) ? one : TEXT));
  }

  /** Names of the tables that the gateway writes. */
  public Set<String> written() {
    return Set.copyOf(written.keySet());
  }

  /** Names of the tables that the gateway reads. */
  Set<String> read() {
    return Set.copyOf(read.keySet());
  }

  /** What creates the tables that are not there yet. */
  List<String> statements() {
    List<String> statements = new ArrayList<>();
    written.forEach((table, columns) -> statements.add(create(table, columns(exchanged(columns)))));
    read.forEach(
        (table, columns) -> {
          String key = columns.keySet().iterator().next();
          String type =
              columns.get(key).equals(NUMBER)
                  ? "bigint generated always as identity"
                  : "varchar default gen_random_uuid()::varchar";
          Map<String, String> typed = new LinkedHashMap<>(columns);
          typed.put(key, type + " primary key");
          statements.add(
              create(table, columns(typed) + ", " + FLAG + " integer not null default 0"));
        });
    return statements;
  }

  /** Samples show content; the gateway may write the exchange columns beside it. */
  private static Map<String, String> exchanged(Map<String, String> content) {
    Map<String, String> columns = new LinkedHashMap<>(content);
    EXCHANGE_COLUMNS.forEach(column -> columns.putIfAbsent(column, TEXT));
    return columns;
  }

  private static String create(String table, String columns) {
    return "create table if not exists " + table + " (" + columns + ")";
  }

  private static String columns(Map<String, String> columns) {
    return columns.entrySet().stream()
        .map(column -> '"' + column.getKey() + "\" " + column.getValue())
        .collect(Collectors.joining(", "));
  }
}
