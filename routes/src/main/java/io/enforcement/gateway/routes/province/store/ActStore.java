package io.enforcement.gateway.routes.province.store;

import io.enforcement.gateway.routes.province.table.Column;
import io.enforcement.gateway.routes.province.table.ProvinceSchema;
import io.enforcement.gateway.routes.province.table.ProvinceTable;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Acts as they stand, page by page in the order of their keys. Thread-safe. */
public class ActStore {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final HexFormat HEX = HexFormat.of();
  private static final String ACT = "act_key";
  private static final String PARTY = "party_key";
  private static final char BETWEEN = '|';

  private final NamedParameterJdbcTemplate reading;

  /**
   * @param reading connections for questions over many rows
   */
  public ActStore(JdbcTemplate reading) {
    this.reading = new NamedParameterJdbcTemplate(reading);
  }

  /**
   * Which acts.
   *
   * @param personal with columns of one personal value, which the caller masks
   * @param sources partners; null for all
   * @param area node of the tree of divisions, or null
   * @param from first day of the act, or null
   * @param to last day of the act, or null
   * @param equal values that columns must have, by the name of the column
   */
  public record Asked(
      boolean personal,
      Collection<String> sources,
      String area,
      LocalDate from,
      LocalDate to,
      Map<String, String> equal) {}

  /**
   * One act.
   *
   * @param key by which is paged
   * @param values by the names of the columns
   */
  public record Act(String key, Map<String, Object> values) {}

  /**
   * Acts in the order of their keys.
   *
   * @param after key of the last one that was read; empty to begin
   */
  public List<Act> acts(ProvinceTable table, Asked asked, String after, int limit) {
    List<Column> columns = ProvinceSchema.seen(table, asked.personal());
    int end = after.lastIndexOf(BETWEEN);
    return reading.query(
        """
        select * from (
        %s) as a
        where %s and (act_key, party_key) > (:act, :party)
        order by act_key, party_key limit :limit
        """
            .formatted(ProvinceSchema.acts(table, asked.personal()), where(table, asked)),
        values(asked)
            .addValue("act", after.substring(0, Math.max(end, 0)))
            .addValue("party", after.substring(end + 1))
            .addValue("limit", limit),
        (row, n) -> act(row, columns));
  }

  /** How many there are. */
  public long count(ProvinceTable table, Asked asked) {
    return reading.queryForObject(
        "select count(*) from (\n%s) as a where %s"
            .formatted(ProvinceSchema.acts(table, asked.personal()), where(table, asked)),
        values(asked),
        Long.class);
  }

  private static String where(ProvinceTable table, Asked asked) {
    List<String> conditions = new ArrayList<>(List.of("true"));
    if (asked.sources() != null) {
      conditions.add("source = any (:sources)");
    }
    if (asked.area() != null) {
      conditions.add("coalesce(body_area_number, '') like :prefix");
    }
    if (asked.from() != null) {
      conditions.add("act_day >= :from and act_year >= :first");
    }
    if (asked.to() != null) {
      conditions.add("act_day <= :to and act_year <= :last");
    }
    int place = 0;
    for (String name : asked.equal().keySet()) {
      conditions.add("\"%s\" = cast(:equal%d as %s)".formatted(name, place++, type(table, name)));
    }
    return String.join(" and ", conditions);
  }

  private static String type(ProvinceTable table, String name) {
    return table.columns().stream()
        .filter(column -> column.name().equals(name))
        .map(Column::type)
        .findFirst()
        .orElse("text");
  }

  private static MapSqlParameterSource values(Asked asked) {
    MapSqlParameterSource values = new MapSqlParameterSource();
    if (asked.sources() != null) {
      values.addValue("sources", asked.sources().toArray(String[]::new));
    }
    if (asked.area() != null) {
      values.addValue("prefix", Divisions.prefix(asked.area()) + "%");
    }
    if (asked.from() != null) {
      values.addValue("from", asked.from()).addValue("first", asked.from().getYear());
    }
    if (asked.to() != null) {
      values.addValue("to", asked.to()).addValue("last", asked.to().getYear());
    }
    int place = 0;
    for (String value : asked.equal().values()) {
      values.addValue("equal" + place++, value);
    }
    return values;
  }

  private static Act act(ResultSet row, List<Column> columns) throws SQLException {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put(ProvinceSchema.STANDING, row.getString(ProvinceSchema.STANDING));
    for (Column column : columns) {
      values.put(column.name(), value(row, column));
    }
    return new Act(row.getString(ACT) + BETWEEN + row.getString(PARTY), values);
  }

  private static Object value(ResultSet row, Column column) throws SQLException {
    Object value = row.getObject(column.name());
    if (value == null) {
      return null;
    }
    if (value instanceof Array array) {
      return Arrays.asList((Object[]) array.getArray());
    }
    return switch (column.type()) {
      case "bytea" -> HEX.formatHex((byte[]) value);
      case "jsonb" -> JSON.readTree(row.getString(column.name()));
      case "timestamptz" -> row.getTimestamp(column.name()).toInstant().toString();
      case "date", "uuid" -> value.toString();
      default -> value;
    };
  }
}
