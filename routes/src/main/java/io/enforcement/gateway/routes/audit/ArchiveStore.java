package io.enforcement.gateway.routes.audit;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Duration;
import java.time.YearMonth;
import java.util.List;
import java.util.OptionalLong;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Component;

/**
 * The months of events and their archives. Months are made and dropped by functions of the
 * database's owner, which check for themselves. Transactions are the caller's. Thread-safe.
 */
@Component
class ArchiveStore {

  /** Before it drops a month the database looks at each of its events once more. */
  private static final int DROPPING_MILLIS = 900_000;

  private static final RowMapper<Archived> ARCHIVED =
      (row, n) -> new Archived(month(row.getString(1)), row.getLong(2), row.getString(3));

  private final JdbcTemplate jdbc;

  ArchiveStore(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Events of one month.
   *
   * @param isDue whether their time on line is over, by the database's clock
   * @param isAhead whether it has not begun
   */
  record EventMonth(YearMonth month, boolean isDue, boolean isAhead) {}

  /** An archive that was written: up to before that position. */
  record Archived(YearMonth month, long size, String note) {}

  /** The months that are on line, the oldest first. */
  List<EventMonth> months(Duration online) {
    return jdbc.query(
        """
        select to_char(month, 'YYYY-MM'), ends <= now() - ? * interval '1 second', begins > now()
        from event_month where dropped_at is null order by month
        """,
        (row, n) -> new EventMonth(month(row.getString(1)), row.getBoolean(2), row.getBoolean(3)),
        online.toSeconds());
  }

  /** The month that is now, by the database's clock. */
  YearMonth thisMonth() {
    return month(
        jdbc.queryForObject("select to_char(now() at time zone 'UTC', 'YYYY-MM')", String.class));
  }

  /** Makes the partition of a month, if it is not there. */
  void open(YearMonth month) {
    jdbc.query("select open_event_month(?::date)", row -> {}, month.atDay(1).toString());
  }

  /** The archives, the oldest first. */
  List<Archived> archives() {
    return jdbc.query(
        "select to_char(month, 'YYYY-MM'), size, note from audit_archive order by month", ARCHIVED);
  }

  /**
   * The first checkpoint from a size on that covers every event of a month.
   *
   * @return empty when there is none yet
   */
  OptionalLong closing(YearMonth month, long from) {
    Long last =
        jdbc.queryForObject(
            """
            select max(e.id) from event_month m, lateral (
                select id from event where at >= m.begins and at < m.ends order by id desc limit 1) e
            where m.month = ?::date
            """,
            Long.class,
            month.atDay(1).toString());
    if (last == null) {
      return OptionalLong.of(from);
    }
    return jdbc
        .queryForList(
            """
            select b.size from audit_batch b join audit_published c on c.size = b.size
            where b.size >= ? and b.settled_to >= ? order by b.size limit 1
            """,
            Long.class,
            from,
            last)
        .stream()
        .mapToLong(Long::longValue)
        .findFirst();
  }

  /** The checkpoints after one size and up to another, the smaller first. */
  List<String> notes(long after, long upTo) {
    return jdbc.queryForList(
        "select note from audit_published where size > ? and size <= ? order by size",
        String.class,
        after,
        upTo);
  }

  /** Notes that an archive was written. */
  void add(Archived archived) {
    jdbc.update(
        "insert into audit_archive (month, size, note) values (?::date, ?, ?)",
        archived.month().atDay(1).toString(),
        archived.size(),
        archived.note());
  }

  /**
   * Drops a month of events; tells it in the trail.
   *
   * @return how many events went
   */
  long drop(YearMonth month, String actor) {
    return jdbc.execute(
        (ConnectionCallback<Long>)
            connection -> {
              int patience = connection.getNetworkTimeout();
              connection.setNetworkTimeout(Runnable::run, DROPPING_MILLIS);
              try (PreparedStatement sql =
                  connection.prepareStatement("select drop_event_month(?::date, ?)")) {
                connection
                    .createStatement()
                    .execute("set local statement_timeout = " + DROPPING_MILLIS);
                sql.setString(1, month.atDay(1).toString());
                sql.setString(2, actor);
                ResultSet row = sql.executeQuery();
                row.next();
                return row.getLong(1);
              } finally {
                connection.setNetworkTimeout(Runnable::run, patience);
              }
            });
  }

  private static YearMonth month(String text) {
    return YearMonth.parse(text);
  }
}
