package io.enforcement.gateway.routes.province.store;

import io.enforcement.gateway.routes.province.table.Column;
import io.enforcement.gateway.routes.province.table.ProvinceTable;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Judges what the provincial tables hold and what was refused. Judged are latest versions that are
 * not withdrawn; what is marked restricted is left out. Days are days of sending in China: by the
 * source's own time, or else by arrival. Thread-safe.
 */
public class QualityStore {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final TypeReference<List<Found>> FOUND = new TypeReference<>() {};

  private static final String SENT = "coalesce(t.cd_time, t.arrived_at)";
  private static final String DAY = "at time zone 'Asia/Shanghai'";

  /** As severe as a finding that travels with its record. */
  private static final String SEVERITY = "WARNING ";

  private static final RowMapper<Judged> JUDGED =
      (row, n) ->
          new Judged(
              row.getString(1),
              row.getString(2),
              row.getString(3),
              texts(row.getArray(4)),
              row.getLong(5));

  private final NamedParameterJdbcTemplate reading;

  /**
   * @param reading connections for questions over many rows
   */
  public QualityStore(JdbcTemplate reading) {
    this.reading = new NamedParameterJdbcTemplate(reading);
  }

  /**
   * Whose records, of which days.
   *
   * @param sources partners; empty for all
   * @param from first day of sending
   * @param to last day of sending
   */
  public record Span(Optional<Collection<String>> sources, LocalDate from, LocalDate to) {

    private MapSqlParameterSource values() {
      return new MapSqlParameterSource("all", sources.isEmpty())
          .addValue("sources", sources.orElse(List.of()).toArray(String[]::new))
          .addValue("from", from)
          .addValue("to", to);
    }
  }

  /**
   * So many records that break the same rules.
   *
   * @param period year and month as in 2026-05, or empty
   * @param broken each a severity, a space and the id of a rule
   */
  public record Judged(
      String source, String kind, String period, List<String> broken, long records) {}

  /** What the check of a record found, as it is kept. */
  public record Found(
      String severity, String rule, String path, String valueClass, List<String> arguments) {}

  /**
   * A record that breaks rules.
   *
   * @param key by which is paged
   * @param actKey null of one that was refused
   * @param identity of the record at its source; null of one that was refused
   * @param broken as of {@link Judged}
   * @param found what of it was found when the record came
   */
  public record Breach(
      String key,
      String source,
      String actKey,
      Integer revision,
      String identity,
      LocalDate sentOn,
      UUID messageId,
      int part,
      List<String> broken,
      List<Found> found) {}

  /** Kinds of which something was sent in these days. */
  public List<String> kinds(Span span) {
    return reading.queryForList(
        """
        select distinct kind from province.day_account
        where day between :from and :to and (:all or source = any (:sources)) order by kind
        """,
        span.values(),
        String.class);
  }

  /**
   * Judges a kind.
   *
   * @param conditions of what breaks a rule, by the rule
   * @param monthly apart by months
   */
  public List<Judged> judge(
      ProvinceTable table, Map<String, String> conditions, Span span, boolean monthly) {
    return reading.query(
        """
        select source, :kind, period, broken, count(*) from (
            select t.source, case when :monthly then to_char(%s %s, 'YYYY-MM') else '' end as period, %s as broken
            %s) as judged
        group by source, period, broken
        """
            .formatted(SENT, DAY, broken(conditions), from(table)),
        span.values().addValue("kind", table.record().name()).addValue("monthly", monthly),
        JUDGED);
  }

  /**
   * What was refused.
   *
   * @param kind null for all
   * @param hidden kinds of which nothing is said
   */
  public List<Judged> judgeRefused(
      String kind, Collection<String> hidden, Span span, boolean monthly) {
    return reading.query(
        """
        select source, kind, period, broken, count(*) from (
            select t.source, coalesce(t.kind, '') as kind,
                case when :monthly then to_char(t.received_at %s, 'YYYY-MM') else '' end as period, %s as broken
            %s) as judged
        group by source, kind, period, broken
        """
            .formatted(DAY, found(), fromRefused()),
        refused(kind, hidden, span).addValue("monthly", monthly),
        JUDGED);
  }

  /**
   * Records of a kind that break a rule, in the order of their keys.
   *
   * @param rule empty for any
   * @param after key of the last one that was read
   */
  public List<Breach> breaches(
      ProvinceTable table,
      Map<String, String> conditions,
      Span span,
      String rule,
      String after,
      int limit) {
    return reading.query(
        """
        select * from (
            select t.act_key || '|' || t.party_key as key, t.source, t.act_key, t.revision,
                t.record_unique_identity, (%s %s)::date, t.message_id, t.part, %s as broken, t.findings
            %s) as judged
        where %s
        """
            .formatted(SENT, DAY, broken(conditions), from(table), page()),
        paged(span.values(), rule, after, limit),
        QualityStore::breach);
  }

  /** Records that were refused and break a rule, as {@link #breaches}. */
  public List<Breach> breachesRefused(
      String kind, Collection<String> hidden, Span span, String rule, String after, int limit) {
    return reading.query(
        """
        select * from (
            select t.record_id::text as key, t.source, null::text, null::int, null::text, (t.received_at %s)::date,
                t.message_id, t.part, %s as broken, t.findings
            %s) as judged
        where %s
        """
            .formatted(DAY, found(), fromRefused(), page()),
        paged(refused(kind, hidden, span), rule, after, limit),
        QualityStore::breach);
  }

  private static String page() {
    return """
    key collate "C" > :after
    and exists (select 1 from unnest(broken) b where :rule = '' or split_part(b, ' ', 2) = :rule)
    order by key collate "C" limit :limit\
    """;
  }

  private static MapSqlParameterSource paged(
      MapSqlParameterSource values, String rule, String after, int limit) {
    return values.addValue("rule", rule).addValue("after", after).addValue("limit", limit);
  }

  private static MapSqlParameterSource refused(String kind, Collection<String> hidden, Span span) {
    return span.values().addValue("kind", kind).addValue("hidden", hidden.toArray(String[]::new));
  }

  private static String from(ProvinceTable table) {
    return """
    from %s t
    where t.latest and t.operation <> 'D' and (:all or t.source = any (:sources)) and %s%s\
    """
        .formatted(
            table.qualified(),
            within(SENT),
            isMarked(table) ? " and t.restricted is not true" : "");
  }

  private static String fromRefused() {
    return """
    from province.refusal t
    where (:all or t.source = any (:sources)) and %s and (t.kind is null or t.kind <> all (:hidden))
        and (:kind::text is null or t.kind = :kind)\
    """
        .formatted(within("t.received_at"));
  }

  private static String within(String moment) {
    return "%s >= :from::timestamp %s and %s < (:to::date + 1)::timestamp %s"
        .formatted(moment, DAY, moment, DAY);
  }

  private static boolean isMarked(ProvinceTable table) {
    return table.columns().stream().map(Column::name).anyMatch("restricted"::equals);
  }

  private static String broken(Map<String, String> conditions) {
    String checked =
        conditions.entrySet().stream()
            .map(
                each ->
                    "case when %s then '%s' end"
                        .formatted(each.getValue(), SEVERITY + each.getKey()))
            .collect(Collectors.joining(", ", "array_remove(array[", "]::text[], null)"));
    return checked + " || " + found();
  }

  private static String found() {
    return """
    case when t.findings is null then '{}'::text[] else array(
        select distinct (f ->> 'severity') || ' ' || (f ->> 'rule') from jsonb_array_elements(t.findings) f order by 1) end\
    """;
  }

  private static Breach breach(ResultSet row, int number) throws SQLException {
    String found = row.getString(10);
    return new Breach(
        row.getString(1),
        row.getString(2),
        row.getString(3),
        row.getObject(4, Integer.class),
        row.getString(5),
        row.getObject(6, LocalDate.class),
        row.getObject(7, UUID.class),
        row.getInt(8),
        texts(row.getArray(9)),
        found == null ? List.of() : JSON.readValue(found, FOUND));
  }

  private static List<String> texts(Array array) throws SQLException {
    return List.of((String[]) array.getArray());
  }
}
