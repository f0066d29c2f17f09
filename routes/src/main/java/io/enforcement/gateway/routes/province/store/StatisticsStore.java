package io.enforcement.gateway.routes.province.store;

import io.enforcement.gateway.routes.audit.AuditEvent;
import io.enforcement.gateway.routes.audit.AuditTrail;
import io.enforcement.gateway.routes.audit.Milestone;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/**
 * Acts counted into the columns of the annual forms, results that were frozen, and samples. What is
 * withdrawn (operation D) is not counted, what was revoked is. Thread-safe.
 */
public class StatisticsStore {

  /** Who is counted apart: parts of codes of divisions, or each body. */
  private static final Map<String, String> UNITS =
      Map.of(
          "total", ":node",
          "city", "rpad(left(area, 4), 6, '0')",
          "county", "left(area, 6)",
          "township", "area",
          "body", "body");

  /** What a table counts, each by its own day. */
  private static final Map<String, List<Fact>> FACTS =
      Map.of(
          "1",
          List.of(
              new Fact(
                  "penalty",
                  "penalty_decision t, jsonb_array_elements(t.penalties) p",
                  "p ->> 'type'",
                  "(p ->> 'amount')::numeric",
                  "punish_set_date between :from and :to and act_year between :first and :last")),
          "2",
          List.of(
              new Fact("applied", "licence_decision t", "''", "0", within("apply_date")),
              new Fact("accepted", "licence_decision t", "''", "0", within("accept_date")),
              new Fact(
                  "licence", "licence_decision t", "licence_event", "0", ofYear("decision_date"))),
          "3",
          List.of(
              new Fact("measure", "coercion_measure t", "measure", "0", within("decision_date")),
              new Fact(
                  "execution",
                  "coercion_execution t",
                  "execution_kind",
                  "0",
                  "execution_kind <> '6' and coalesce(end_date, termination_date) between :from and :to"),
              new Fact("court", "court_application t", "''", "0", within("application_date"))),
          "4",
          List.of(
              new Fact(
                  "act",
                  "other_act t",
                  "act_kind",
                  "coalesce(collected_amount, granted_amount, reward_amount)",
                  within("act_date")),
              new Fact(
                  "inspection",
                  "inspection t",
                  "''",
                  "0",
                  ofYear("act_day") + " and leads_to_case is not true")),
          "5",
          List.of(
              new Fact(
                  "certificate",
                  "officer t",
                  "case when cert_status = '01' and cert_valid_to < :to then 'expired' else cert_status end",
                  "0",
                  "true")),
          "6",
          List.of(
              new Fact("new", "reconsideration t", "''", "0", within("application_date")),
              new Fact("admitted", "reconsideration t", "''", "0", within("accepted_date")),
              new Fact(
                  "settled", "reconsideration t", "settlement", "0", within("settlement_date")),
              new Fact(
                  "corrected",
                  "reconsideration t",
                  "''",
                  "0",
                  within("settlement_date") + " and settlement in ('03', '04', '05', '06')"),
              new Fact(
                  "unsettled",
                  "reconsideration t",
                  "''",
                  "0",
                  "accepted_date <= :to and (settlement_date is null or settlement_date > :to)")));

  private static final RowMapper<Result> RESULT =
      (row, n) ->
          new Result(
              row.getObject(1, UUID.class),
              new Asked(
                  row.getString(2),
                  row.getString(4),
                  row.getString(5),
                  row.getObject(6, LocalDate.class),
                  row.getObject(7, LocalDate.class)),
              row.getString(3),
              row.getInt(8),
              row.getString(9),
              row.getString(10),
              row.getTimestamp(11).toInstant());

  private static final RowMapper<Cell> CELL =
      (row, n) ->
          new Cell(row.getString(1), row.getString(2), row.getLong(3), row.getBigDecimal(4));

  private final NamedParameterJdbcTemplate reading;
  private final NamedParameterJdbcTemplate jdbc;
  private final AuditTrail trail;

  /**
   * @param reading connections for questions over many rows
   * @param jdbc connections for what is frozen
   */
  public StatisticsStore(JdbcTemplate reading, JdbcTemplate jdbc, AuditTrail trail) {
    this.reading = new NamedParameterJdbcTemplate(reading);
    this.jdbc = new NamedParameterJdbcTemplate(jdbc);
    this.trail = trail;
  }

  private record Fact(String name, String from, String value, String amount, String when) {

    String select() {
      return """
      select '%s' as fact, %s as value, %s as amount, act_key, content_digest,
          coalesce(body_area_number, '') as area, body_uscc || ' ' || body_name as body
      from province.%s where latest and operation <> 'D' and coalesce(body_area_number, '') like :prefix and %s\
      """
          .formatted(name, value, amount, from, when);
    }
  }

  private static String within(String day) {
    return day + " between :from and :to";
  }

  /** Of the day that chooses the partition. */
  private static String ofYear(String day) {
    return within(day) + " and act_year between :first and :last";
  }

  /**
   * What is asked for.
   *
   * @param table code of statistics-table
   * @param area node of the tree of divisions: 640000 is the province, 640100 a city, 640106 a
   *     county, nine digits a township
   * @param level who is counted apart: total, city, county, township or body
   */
  public record Asked(String table, String area, String level, LocalDate from, LocalDate to) {}

  /** A column of a form. */
  public record FormColumn(
      String code, String zh, String en, boolean hasAmount, boolean besideTotal) {}

  /**
   * One number.
   *
   * @param unit division or body
   * @param column code; 00 holds what the form does not know
   * @param amount in yuan
   */
  public record Cell(String unit, String column, long count, BigDecimal amount) {}

  /** A frozen result. */
  public record Result(
      UUID id,
      Asked asked,
      String form,
      int version,
      String inputsDigest,
      String frozenBy,
      Instant frozenAt) {}

  /** Whether acts can be counted so. */
  public boolean knows(String table, String level) {
    return FACTS.containsKey(table) && UNITS.containsKey(level);
  }

  /** The form that is in force for a period that ends on this day. */
  public Optional<String> form(String table, LocalDate end) {
    return jdbc
        .queryForList(
            """
            select form from province.statistics_column
            where table_kind = :table and valid_from <= :end and (valid_to is null or valid_to >= :end)
            group by form order by max(valid_from) desc limit 1
            """,
            new MapSqlParameterSource("table", table).addValue("end", end),
            String.class)
        .stream()
        .findFirst();
  }

  /** The columns of a form in their order. */
  public List<FormColumn> columns(String table, String form) {
    return jdbc.query(
        """
        select column_code, zh, en, has_amount, beside_total from province.statistics_column
        where table_kind = :table and form = :form order by place
        """,
        new MapSqlParameterSource("table", table).addValue("form", form),
        (row, n) ->
            new FormColumn(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getBoolean(4),
                row.getBoolean(5)));
  }

  /** Counts: one document is one count, in the column of its heaviest value, with all its money. */
  public List<Cell> count(Asked asked, String form) {
    return reading.query(
        """
        with facts as (
        %s),
        counted as (
            select min(%s) as unit, sum(f.amount) as amount,
                (array_agg(case when v.fact is null then '00' else v.column_code end
                    order by v.rank desc nulls last, v.column_code))[1] as column_code
            from facts f left join province.statistics_value v
                on v.table_kind = :table and v.form = :form and v.fact = f.fact and v.value = f.value
            group by f.fact, f.act_key)
        select unit, column_code, count(*), round(coalesce(sum(amount), 0), 2) from counted
        where column_code is not null group by unit, column_code order by unit, column_code
        """
            .formatted(facts(asked), UNITS.get(asked.level())),
        values(asked).addValue("form", form),
        CELL);
  }

  /** SHA-256 over the digests of all versions that were counted, in their order. */
  public String inputsDigest(Asked asked) {
    return reading.queryForObject(
        """
        select encode(sha256(coalesce(string_agg(content_digest, ''::bytea order by content_digest), ''::bytea)), 'hex')
        from (select distinct act_key, content_digest from (
        %s) as facts) as inputs
        """
            .formatted(facts(asked)),
        values(asked),
        String.class);
  }

  private static String facts(Asked asked) {
    return FACTS.get(asked.table()).stream()
        .map(Fact::select)
        .collect(Collectors.joining("\nunion all\n"));
  }

  private static MapSqlParameterSource values(Asked asked) {
    return new MapSqlParameterSource("table", asked.table())
        .addValue("node", asked.area())
        .addValue("prefix", Divisions.prefix(asked.area()) + "%")
        .addValue("from", asked.from())
        .addValue("to", asked.to())
        .addValue("first", asked.from().getYear())
        .addValue("last", asked.to().getYear());
  }

  /** The results of a question, the latest first. */
  public List<Result> results(Asked asked) {
    return jdbc.query(
        """
        select id, table_kind, form, area, level, period_from, period_to, version, inputs_digest, frozen_by, frozen_at
        from province.statistics_result
        where table_kind = :table and area = :node and level = :level and period_from = :from and period_to = :to
        order by version desc
        """,
        values(asked).addValue("level", asked.level()),
        RESULT);
  }

  /** What a frozen result says. */
  public List<Cell> cells(UUID result) {
    return jdbc.query(
        """
        select unit, column_code, count, amount from province.statistics_cell
        where result_id = :id order by unit, column_code
        """,
        new MapSqlParameterSource("id", result),
        CELL);
  }

  /** Freezes a result as the next version; call inside a transaction. */
  public void freeze(Result result, List<Cell> cells) {
    Asked asked = result.asked();
    jdbc.update(
        """
        insert into province.statistics_result
            (id, table_kind, form, area, level, period_from, period_to, version, inputs_digest, frozen_by)
        values (:id, :table, :form, :node, :level, :from, :to, :version, :digest, :by)
        """,
        values(asked)
            .addValue("id", result.id())
            .addValue("form", result.form())
            .addValue("level", asked.level())
            .addValue("version", result.version())
            .addValue("digest", result.inputsDigest())
            .addValue("by", result.frozenBy()));
    jdbc.batchUpdate(
        """
        insert into province.statistics_cell (result_id, unit, column_code, count, amount)
        values (:id, :unit, :column, :count, :amount)
        """,
        cells.stream()
            .map(
                cell ->
                    new MapSqlParameterSource("id", result.id())
                        .addValue("unit", cell.unit())
                        .addValue("column", cell.column())
                        .addValue("count", cell.count())
                        .addValue("amount", cell.amount()))
            .toArray(MapSqlParameterSource[]::new));
    trail.append(
        new AuditEvent(
            Milestone.STATISTICS_FROZEN,
            null,
            null,
            null,
            null,
            result.frozenBy(),
            "table %s %s %s to %s version %d"
                .formatted(
                    asked.table(), asked.area(), asked.from(), asked.to(), result.version())));
  }

  /**
   * Numbers of decisions of a division and period, drawn by their digest with the seed: the same
   * seed over the same decisions draws the same.
   *
   * @param share of all of them, rounded up
   */
  public List<String> sample(
      String area, LocalDate from, LocalDate to, double share, String seed, String person) {
    Asked asked = new Asked("1", area, "total", from, to);
    List<String> drawn =
        reading.queryForList(
            """
            select act_key from (
                select act_key, count(*) over () as of, row_number() over (order by place, act_key) as place
                from (
                    select distinct act_key, sha256(convert_to(:seed || '|' || act_key, 'UTF8')) as place
                    from province.penalty_decision
                    where latest and operation <> 'D' and coalesce(body_area_number, '') like :prefix
                      and punish_set_date between :from and :to and act_year between :first and :last) as decisions
            ) as placed
            where place <= ceil(of * :share::numeric) order by place
            """,
            values(asked).addValue("seed", seed).addValue("share", share),
            String.class);
    trail.append(
        new AuditEvent(
            Milestone.SAMPLE_DRAWN,
            null,
            null,
            null,
            null,
            person,
            "%s %s to %s: %d".formatted(area, from, to, drawn.size())));
    return drawn;
  }
}
