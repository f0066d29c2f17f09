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

  /** The column by which the gateway tells what it has read, unless another was agreed on. */
  public static final String FLAG = "read_flag";

  /** The column that says in which order rows came; ours, like the mark. */
  static final String ARRIVAL = "sandbox_arrival";

  private static final String TEXT = "varchar";
  private static final String NUMBER = "numeric";
  private static final String UNKNOWN = "";
  private static final List<String> EXCHANGE_COLUMNS =
      List.of("cd_id", "cd_time", "cd_source", "cd_batch", "cd_operation");

  private final String mark;
  private final Map<String, Map<String, String>> written = new TreeMap<>();
  private final Map<String, Map<String, String>> read = new TreeMap<>();

  /**
   * @param samples JSON documents; what shows no row is passed by
   */
  public FrontTables(List<JsonNode> samples) {
    this(samples, FLAG);
  }

  /**
   * @param mark the column of each table that the gateway reads in which it says what it has done
   */
  public FrontTables(List<JsonNode> samples, String mark) {
    this.mark = FrontRows.stored(mark);
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
                    FrontRows.stored(column.getKey()), type(column.getValue()), FrontTables::both));
  }

  private static String type(JsonNode value) {
    if (value.isNull()) {
      return UNKNOWN;
    }
    return value.isNumber() ? NUMBER : TEXT;
  }

  /** What is empty in one row says nothing about the others. */
  private static String both(String one, String other) {
    if (one.equals(UNKNOWN)) {
      return other;
    }
    return one.equals(other) || other.equals(UNKNOWN) ? one : TEXT;
  }

  /** Names of the tables that the gateway writes. */
  public Set<String> written() {
    return Set.copyOf(written.keySet());
  }

  /** The column that says what the gateway has done with a row. */
  String mark() {
    return mark;
  }

  /** Names of the tables that the gateway reads. */
  public Set<String> read() {
    return Set.copyOf(read.keySet());
  }

  /** What creates the tables that are not there yet. */
  List<String> statements() {
    List<String> statements = new ArrayList<>();
    written.forEach(
        (table, columns) ->
            statements.add(
                create(
                    table,
                    columns(exchanged(columns))
                        + ", "
                        + ARRIVAL
                        + " bigint generated always as identity")));
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
              create(table, columns(typed) + ", " + mark + " integer not null default 0"));
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
        .map(
            column ->
                '"'
                    + column.getKey()
                    + "\" "
                    + (column.getValue().isEmpty() ? TEXT : column.getValue()))
        .collect(Collectors.joining(", "));
  }
}
