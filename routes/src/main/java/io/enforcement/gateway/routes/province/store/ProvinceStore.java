package io.enforcement.gateway.routes.province.store;

import io.enforcement.gateway.routes.province.table.Column;
import io.enforcement.gateway.routes.province.table.ProvinceTable;
import io.enforcement.gateway.routes.province.table.Row;
import io.enforcement.gateway.routes.province.table.Version;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;

/**
 * What was noted for the provincial database, and the versions that it holds. Joins the caller's
 * transaction. Thread-safe; rows are written by one process at a time.
 */
public class ProvinceStore {

  /** So often a record may fail to be aggregated; then people must look. */
  private static final int FAILURES = 3;

  /** A batch ends with the record that brings its bodies to so many bytes. */
  private static final int BYTES = 16 << 20;

  private static final HexFormat HEX = HexFormat.of();

  private static final RowMapper<Arrived> ARRIVED =
      (row, n) ->
          new Arrived(
              row.getLong(1),
              row.getObject(2, UUID.class),
              row.getString(3),
              row.getString(4),
              row.getString(5),
              row.getObject(6, UUID.class),
              row.getInt(7),
              row.getString(8),
              row.getBytes(9),
              row.getTimestamp(10).toInstant(),
              row.getTimestamp(11).toInstant(),
              row.getString(12),
              row.getBytes(13));

  private final JdbcTemplate jdbc;

  public ProvinceStore(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /** Whether some record waits to be aggregated. */
  public boolean hasWaiting() {
    return Boolean.TRUE.equals(
        jdbc.queryForObject(
            "select exists (select 1 from province.waiting where failures < ?)",
            Boolean.class,
            FAILURES));
  }

  /** Records that failed too often and wait for people. */
  public int stuck() {
    return jdbc.queryForObject(
        "select count(*) from province.waiting where failures >= ?", Integer.class, FAILURES);
  }

  /**
   * The records that were noted first, at most so many. Needs no transaction: what is read here may
   * be done by another process before {@link #forget} says so.
   *
   * @param but what is under way already
   */
  public List<Arrived> waiting(int limit, Collection<Arrived> but) {
    return jdbc.query(
        """
        select seq, record_id, kind, act_key, party_key, message_id, part, sender, digest, received_at, created_at, findings,
            body
        from (
            select w.seq, w.failures, w.record_id, r.kind, r.act_key, r.party_key, r.message_id, r.part, m.sender, m.digest,
                m.received_at, r.created_at, nullif(r.findings, '[]') as findings, r.body,
                sum(octet_length(r.body)) over (order by w.failures, w.seq rows unbounded preceding)
                    - octet_length(r.body) as before
            from (select seq, failures, record_id from province.waiting
                  where failures < ? and seq <> all (?) order by failures, seq limit ?) w
              join record r on r.id = w.record_id
              join message m on m.id = r.message_id) as first
        where before < ? order by failures, seq
        """,
        ARRIVED,
        FAILURES,
        seqs(but),
        limit,
        BYTES);
  }

  /**
   * Ends the work on these.
   *
   * @return whether all of them waited still; if not, roll back: somebody else did some of it
   */
  public boolean forget(Collection<Arrived> done) {
    int ended =
        jdbc.update("delete from province.waiting where seq = any (?)", (Object) seqs(done));
    return ended == done.size();
  }

  private static Long[] seqs(Collection<Arrived> records) {
    return records.stream().map(Arrived::seq).toArray(Long[]::new);
  }

  /** Counts a failure of the record that was noted first; it waits behind all others now. */
  public Optional<UUID> fail() {
    return jdbc
        .queryForList(
            """
            update province.waiting set failures = failures + 1
            where seq = (select seq from province.waiting where failures < ? order by failures, seq limit 1)
            returning record_id
            """,
            UUID.class,
            FAILURES)
        .stream()
        .findFirst();
  }

  /** A version that is held. */
  public record Held(Version version, boolean latest) {}

  /** All versions that are held of the acts with these keys. */
  public List<Held> held(ProvinceTable table, Collection<String> actKeys) {
    return jdbc.query(
        """
        select act_year, act_key, party_key, revision, content_digest, latest from %s where act_key = any (?)
        """
            .formatted(table.qualified()),
        (row, n) ->
            new Held(
                new Version(
                    row.getInt(1),
                    row.getString(2),
                    row.getString(3),
                    row.getInt(4),
                    HEX.formatHex(row.getBytes(5))),
                row.getBoolean(6)),
        (Object) actKeys.toArray(String[]::new));
  }

  /** Makes the partition of a year where it is missing. */
  public void open(ProvinceTable table, int year) {
    jdbc.query("select province.open_year(?, ?, ?)", row -> {}, table.schema(), table.name(), year);
  }

  /** Marks versions that are held as overtaken by later ones. */
  public void supersede(ProvinceTable table, Collection<Version> versions) {
    jdbc.update(
        """
        update %s t set latest = false
        from unnest(?::int[], ?::text[], ?::text[], ?::int[], ?::text[])
            as v (act_year, act_key, party_key, revision, content_digest)
        where t.act_year = v.act_year and t.act_key = v.act_key and t.party_key = v.party_key
          and t.revision = v.revision and t.content_digest = decode(v.content_digest, 'hex')
        """
            .formatted(table.qualified()),
        array(versions, Version::year, Integer[]::new),
        array(versions, Version::actKey, String[]::new),
        array(versions, Version::partyKey, String[]::new),
        array(versions, Version::revision, Integer[]::new),
        array(versions, Version::digest, String[]::new));
  }

  private static <T> T[] array(
      Collection<Version> versions, Function<Version, T> value, IntFunction<T[]> array) {
    return versions.stream().map(value).toArray(array);
  }

  /**
   * Adds rows, none of which is held yet, and counts them by source and day of sending.
   *
   * @param rows whether each is the latest version of its act
   */
  public void add(ProvinceTable table, Map<Row, Boolean> rows) {
    jdbc.execute(
        (ConnectionCallback<Void>)
            connection -> {
              CopyIn copy =
                  connection.unwrap(PGConnection.class).getCopyAPI().copyIn(copyInto(table));
              try {
                for (Map.Entry<Row, Boolean> row : rows.entrySet()) {
                  byte[] line = line(row.getKey().values(), row.getValue());
                  copy.writeToCopy(line, 0, line.length);
                }
                copy.endCopy();
              } finally {
                if (copy.isActive()) {
                  copy.cancelCopy();
                }
              }
              return null;
            });
    account(table, rows.keySet());
  }

  private record SentDay(String source, LocalDate day) {}

  private void account(ProvinceTable table, Collection<Row> added) {
    Map<SentDay, Long> counts =
        added.stream()
            .collect(
                Collectors.groupingBy(
                    row -> new SentDay(row.source(), row.sentOn()), Collectors.counting()));
    List<SentDay> days = List.copyOf(counts.keySet());
    jdbc.update(
        """
        insert into province.day_account (source, kind, day, versions)
        select source, ?, day, versions from unnest(?::text[], ?::date[], ?::bigint[]) as v (source, day, versions)
        on conflict (source, kind, day) do update set versions = day_account.versions + excluded.versions
        """,
        table.record().name(),
        days.stream().map(SentDay::source).toArray(String[]::new),
        days.stream().map(each -> each.day().toString()).toArray(String[]::new),
        days.stream().map(counts::get).toArray(Long[]::new));
  }

  private static String copyInto(ProvinceTable table) {
    return Row.columns(table).stream()
        .map(Column::name)
        .collect(
            Collectors.joining(
                "\", \"", "copy " + table.qualified() + " (latest, \"", "\") from stdin"));
  }

  /** A line as COPY reads it in its text format. */
  private static byte[] line(List<String> values, boolean latest) {
    StringBuilder line = new StringBuilder(2048).append(latest ? 't' : 'f');
    for (String value : values) {
      line.append('\t');
      if (value == null) {
        line.append("\\N");
      } else {
        escape(value, line);
      }
    }
    return line.append('\n').toString().getBytes(StandardCharsets.UTF_8);
  }

  private static void escape(String value, StringBuilder line) {
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      switch (c) {
        case '\\' -> line.append("\\\\");
        case '\t' -> line.append("\\t");
        case '\n' -> line.append("\\n");
        case '\r' -> line.append("\\r");
        default -> line.append(c);
      }
    }
  }
}
