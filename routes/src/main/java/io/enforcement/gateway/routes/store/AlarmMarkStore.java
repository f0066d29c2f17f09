package io.enforcement.gateway.routes.store;

import io.enforcement.gateway.routes.audit.AuditEvent;
import io.enforcement.gateway.routes.audit.AuditTrail;
import io.enforcement.gateway.routes.audit.Milestone;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** What people did about alarms; each word of it is in the trail. Thread-safe. */
@Component
public class AlarmMarkStore {

  /**
   * Which alarm is meant.
   *
   * @param partner empty when the alarm is of nobody in particular
   * @param exchange empty when it is of none in particular
   */
  public record Subject(String kind, String partner, String exchange) {}

  /**
   * The latest word of one sort about an alarm.
   *
   * @param until nobody is told until then; null: somebody has it in hand
   */
  public record Mark(Subject subject, String person, String reason, Instant at, Instant until) {}

  private final JdbcTemplate jdbc;
  private final TransactionTemplate transaction;
  private final AuditTrail trail;

  AlarmMarkStore(JdbcTemplate jdbc, TransactionTemplate transaction, AuditTrail trail) {
    this.jdbc = jdbc;
    this.transaction = transaction;
    this.trail = trail;
  }

  /** The latest of each sort about each of these alarms. */
  public List<Mark> latest(List<Subject> subjects) {
    return jdbc.query(
        """
        select s.kind, s.partner, s.exchange, m.person, m.reason, m.at, m.until
        from unnest(?, ?, ?) as s (kind, partner, exchange)
          cross join unnest(array['ACKNOWLEDGED', 'SILENCED']) as a (act)
          cross join lateral (select person, reason, at, until from alarm_mark m
              where m.kind = s.kind and m.partner = s.partner and m.exchange = s.exchange and m.act = a.act
              order by m.id desc limit 1) as m
        """,
        (row, n) ->
            new Mark(
                new Subject(row.getString(1), row.getString(2), row.getString(3)),
                row.getString(4),
                row.getString(5),
                row.getTimestamp(6).toInstant(),
                row.getTimestamp(7) == null ? null : row.getTimestamp(7).toInstant()),
        (Object) subjects.stream().map(Subject::kind).toArray(String[]::new),
        subjects.stream().map(Subject::partner).toArray(String[]::new),
        subjects.stream().map(Subject::exchange).toArray(String[]::new));
  }

  /** Notes that somebody has it in hand. */
  public void acknowledge(Subject subject, String person, String reason) {
    mark(Milestone.ALARM_ACKNOWLEDGED, "ACKNOWLEDGED", subject, person, reason, null);
  }

  /** Notes that nobody is to be told until then; a later word takes the place of this one. */
  public void silence(Subject subject, String person, String reason, Instant until) {
    mark(Milestone.ALARM_SILENCED, "SILENCED", subject, person, reason, until);
  }

  private void mark(
      Milestone milestone,
      String act,
      Subject subject,
      String person,
      String reason,
      Instant until) {
    String what = subject.kind() + (until == null ? "" : " until " + until) + ": " + reason;
    transaction.executeWithoutResult(
        status -> {
          jdbc.update(
              """
              insert into alarm_mark (kind, partner, exchange, act, person, reason, until)
              values (?, ?, ?, ?, ?, ?, ?)
              """,
              subject.kind(),
              subject.partner(),
              subject.exchange(),
              act,
              person,
              reason,
              until == null ? null : Timestamp.from(until));
          String partner = subject.partner().isEmpty() ? null : subject.partner();
          trail.append(new AuditEvent(milestone, null, null, null, partner, person, what));
        });
  }
}
