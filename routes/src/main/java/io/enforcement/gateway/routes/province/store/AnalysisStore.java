package io.enforcement.gateway.routes.province.store;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Asks analyses of the provincial tables and keeps those that were saved. Thread-safe. */
public class AnalysisStore {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

  private static final RowMapper<Saved> SAVED =
      (row, n) ->
          new Saved(
              row.getObject(1, UUID.class),
              row.getString(2),
              row.getString(3),
              JSON.readValue(row.getString(4), TEXTS),
              row.getString(5),
              row.getTimestamp(6).toInstant());

  private final NamedParameterJdbcTemplate reading;
  private final JdbcTemplate jdbc;

  /**
   * @param reading connections for questions over many rows
   * @param jdbc connections for what is saved
   */
  public AnalysisStore(JdbcTemplate reading, JdbcTemplate jdbc) {
    this.reading = new NamedParameterJdbcTemplate(reading);
    this.jdbc = jdbc;
  }

  /**
   * Where and when.
   *
   * @param area node of the tree of divisions: 640000 is the province
   * @param from first day of the acts
   * @param to last day of the acts
   */
  public record Span(String area, LocalDate from, LocalDate to) {

    /** The parameters that each question knows. */
    MapSqlParameterSource values() {
      return new MapSqlParameterSource("prefix", Divisions.prefix(area) + "%")
          .addValue("from", from)
          .addValue("to", to)
          .addValue("first", from.getYear())
          .addValue("last", to.getYear());
    }
  }

  /** An analysis with its parameters, under a name. */
  public record Saved(
      UUID id,
      String analysis,
      String name,
      Map<String, String> parameters,
      String savedBy,
      Instant savedAt) {}

  /** Rows in the order of their keys, after this key. */
  public List<Map<String, Object>> rows(
      String select, Span span, Map<String, String> parameters, String after, int limit) {
    return reading.query(
        """
        select * from (
        %s) as found where key collate "C" > :after order by key collate "C" limit :limit
        """
            .formatted(select),
        span.values().addValues(parameters).addValue("after", after).addValue("limit", limit),
        (row, n) -> shown(row));
  }

  /** How many rows there are. */
  public long count(String select, Span span, Map<String, String> parameters) {
    return reading.queryForObject(
        "select count(*) from (\n%s) as found".formatted(select),
        span.values().addValues(parameters),
        Long.class);
  }

  private static Map<String, Object> shown(ResultSet row) throws SQLException {
    ResultSetMetaData columns = row.getMetaData();
    Map<String, Object> shown = new LinkedHashMap<>();
    for (int i = 1; i <= columns.getColumnCount(); i++) {
      Object value = row.getObject(i);
      shown.put(
          columns.getColumnLabel(i),
          value instanceof Array array ? List.of((Object[]) array.getArray()) : value);
    }
    return shown;
  }

  /**
   * Keeps parameters under a name.
   *
   * @return false when the name is taken
   */
  public boolean save(String analysis, String name, Map<String, String> parameters, String person) {
    return jdbc.update(
            """
            insert into province.saved_analysis (id, analysis, name, parameters, saved_by)
            values (?, ?, ?, ?::jsonb, ?) on conflict (name) do nothing
            """,
            UUID.randomUUID(),
            analysis,
            name,
            JSON.writeValueAsString(parameters),
            person)
        == 1;
  }

  /** What was saved, by name. */
  public List<Saved> saved() {
    return jdbc.query(
        """
        select id, analysis, name, parameters, saved_by, saved_at from province.saved_analysis order by name limit 1000
        """,
        SAVED);
  }

  /**
   * Forgets what this person saved.
   *
   * @return false when there is none of theirs
   */
  public boolean forget(UUID id, String person) {
    return jdbc.update(
            "delete from province.saved_analysis where id = ? and saved_by = ?", id, person)
        == 1;
  }
}
