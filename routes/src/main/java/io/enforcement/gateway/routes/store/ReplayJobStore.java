package io.enforcement.gateway.routes.store;

import java.sql.Array;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Component;

/** Replay jobs and their entries. Thread-safe. */
@Component
public class ReplayJobStore {

  /** Where a job stands. */
  public enum State {
    /** Its dry run is under way. */
    REHEARSING,
    /** Waits for a second person. */
    PROPOSED,
    RUNNING,
    PAUSED,
    /** Ended by a person; what was replayed stays replayed. */
    STOPPED,
    /** Every entry has a result. */
    DONE
  }

  /**
   * A job.
   *
   * @param group fingerprint of the entries' failure group
   * @param asOf when the selection was frozen
   * @param digest SHA-256 over the ids of the entries, in order
   * @param why it is paused, when the gateway paused it
   * @param canary the first entry while its outcome is awaited
   * @param proven a canary has come home
   * @param mustPass something had to be mended: without a clean dry run it does not begin
   * @param alone it begins without a second person
   * @param hold it does not begin by itself after the dry run
   * @param replayed entries that were set on their way again
   * @param passing entries of which the dry run found nothing that would stop them
   * @param failing entries that would fail again
   */
  public record Job(
      UUID id,
      String group,
      String cause,
      String stage,
      String partner,
      String exchange,
      Instant asOf,
      int entries,
      String digest,
      int perMinute,
      State state,
      String why,
      UUID canary,
      boolean proven,
      String proposedBy,
      String approvedBy,
      boolean mustPass,
      boolean alone,
      boolean hold,
      long replayed,
      long passing,
      long failing) {}

  /**
   * One entry of a job.
   *
   * @param result what came of its replay; null while it waits
   * @param state where its message or delivery stands now
   * @param passes whether the dry run found nothing that would stop it; null before it
   * @param found what the dry run found: rule and path, never a value
   * @param wouldSend what would leave: receiver, exchange, digest
   * @param holders receivers that have it already
   */
  public record Entry(
      int place,
      UUID parkedId,
      UUID messageId,
      String result,
      String state,
      Boolean passes,
      List<String> found,
      List<String> wouldSend,
      List<String> holders) {}

  private static final String COLUMNS =
      """
      select j.id, group_id, cause, stage, partner, exchange, as_of, entries, digest, per_minute, state, why, canary, proven,
             proposed_by, approved_by, must_pass, alone, hold,\
      """;

  private static final String SELECT =
      COLUMNS
          + """
           n.replayed, n.passing, n.failing
          from replay_job j cross join lateral (
              select count(*) filter (where result = 'REPLAYED') as replayed, count(*) filter (where passes) as passing,
                     count(*) filter (where not passes) as failing
              from replay_entry e where e.job_id = j.id) n
          """;

  private static final RowMapper<Job> JOB =
      (row, n) ->
          new Job(
              row.getObject(1, UUID.class),
              row.getString(2),
              row.getString(3),
              row.getString(4),
              row.getString(5),
              row.getString(6),
              row.getTimestamp(7).toInstant(),
              row.getInt(8),
              row.getString(9),
              row.getInt(10),
              State.valueOf(row.getString(11)),
              row.getString(12),
              row.getObject(13, UUID.class),
              row.getBoolean(14),
              row.getString(15),
              row.getString(16),
              row.getBoolean(17),
              row.getBoolean(18),
              row.getBoolean(19),
              row.getLong(20),
              row.getLong(21),
              row.getLong(22));

  private static final String ENTRIES =
      """
      select e.place, e.parked_id, p.message_id, e.result, coalesce(d.state, m.state), e.passes, e.found, e.would_send, e.holders
      from replay_entry e join parked p on p.id = e.parked_id join message m on m.id = p.message_id
        left join delivery d on d.id = p.delivery_id
      where e.job_id = ?
      """;

  private static final RowMapper<Entry> ENTRY =
      (row, n) ->
          new Entry(
              row.getInt(1),
              row.getObject(2, UUID.class),
              row.getObject(3, UUID.class),
              row.getString(4),
              row.getString(5),
              row.getObject(6, Boolean.class),
              texts(row.getArray(7)),
              texts(row.getArray(8)),
              texts(row.getArray(9)));

  private final JdbcTemplate jdbc;

  ReplayJobStore(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /** Writes a job with its frozen selection, in order; call inside a transaction. */
  public void add(Job job, List<UUID> entries) {
    jdbc.update(
        """
        insert into replay_job (id, group_id, cause, stage, partner, exchange, as_of, entries, digest, per_minute, state, proposed_by,
            must_pass, alone, hold)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        job.id(),
        job.group(),
        job.cause(),
        job.stage(),
        job.partner(),
        job.exchange(),
        Timestamp.from(job.asOf()),
        job.entries(),
        job.digest(),
        job.perMinute(),
        job.state().name(),
        job.proposedBy(),
        job.mustPass(),
        job.alone(),
        job.hold());
    jdbc.update(
        "insert into replay_entry (job_id, place, parked_id) select ?, place, id from"
            + " unnest(?::int[], ?::uuid[]) as e (place, id)",
        job.id(),
        IntStream.rangeClosed(1, entries.size()).boxed().toArray(Integer[]::new),
        entries.toArray(UUID[]::new));
  }

  /** The latest jobs. */
  public List<Job> latest(int limit) {
    return jdbc.query(SELECT + " order by as_of desc limit ?", JOB, limit);
  }

  /** One job. */
  public Optional<Job> find(UUID id) {
    return jdbc.query(SELECT + " where j.id = ?", JOB, id).stream().findFirst();
  }

  /** Entries of a job from this place on. */
  public List<Entry> entries(UUID job, int from, int limit) {
    return jdbc.query(
        ENTRIES + " and e.place >= ? order by e.place limit ?", ENTRY, job, from, limit);
  }

  /**
   * Moves a job on in the name of a person.
   *
   * @return false when it is in none of these states
   */
  public boolean move(UUID job, Collection<State> from, State to) {
    return jdbc.update(
            "update replay_job set state = ?, why = null, next_at = now(), changed_at = now() where"
                + " id = ? and state = any (?)",
            to.name(),
            job,
            from.stream().map(State::name).toArray(String[]::new))
        == 1;
  }

  /**
   * Lets a held job go on where it was held.
   *
   * @return false when it is not held
   */
  public boolean resume(UUID job) {
    return jdbc.update(
            """
            update replay_job j set why = null, next_at = now(), changed_at = now(), state = case when exists (
                select 1 from replay_entry e where e.job_id = j.id and e.passes is null and e.result is null)
              then 'REHEARSING' else 'RUNNING' end
            where id = ? and state = 'PAUSED'
            """,
            job)
        == 1;
  }

  /**
   * Lets a proposed job run.
   *
   * @return false when it is not proposed, or proposed by this very person
   */
  public boolean approve(UUID job, String person) {
    return jdbc.update(
            """
            update replay_job set state = 'RUNNING', approved_by = ?, next_at = now(), changed_at = now()
            where id = ? and state = 'PROPOSED' and proposed_by <> ?
            """,
            person,
            job,
            person)
        == 1;
  }

  /** A job that has work now, the longest due first. */
  public Optional<UUID> due() {
    return jdbc
        .queryForList(
            "select id from replay_job where state in ('REHEARSING', 'RUNNING') and next_at <="
                + " now() order by next_at limit 1",
            UUID.class)
        .stream()
        .findFirst();
  }

  /**
   * The job, held until the end of the transaction, when it has work now and nobody else holds it;
   * its entries are not counted.
   */
  public Optional<Job> take(UUID job) {
    return jdbc
        .query(
            COLUMNS
                + " 0, 0, 0 from replay_job j where j.id = ? and state in ('REHEARSING', 'RUNNING')"
                + " and next_at <= now() for update of j skip locked",
            JOB,
            job)
        .stream()
        .findFirst();
  }

  /** The first entry of a job that was not rehearsed yet. */
  public Optional<Entry> unrehearsed(UUID job) {
    return jdbc
        .query(
            ENTRIES + " and e.passes is null and e.result is null order by e.place limit 1",
            ENTRY,
            job)
        .stream()
        .findFirst();
  }

  /** Writes what the dry run of one entry showed. */
  public void rehearsed(
      UUID job, Entry entry, List<String> found, List<String> wouldSend, List<String> holders) {
    jdbc.update(
        "update replay_entry set passes = ?, found = ?, would_send = ?, holders = ? where job_id ="
            + " ? and place = ?",
        found.isEmpty(),
        found.toArray(String[]::new),
        wouldSend.toArray(String[]::new),
        holders.toArray(String[]::new),
        job,
        entry.place());
  }

  /** Ends the dry run. */
  public void concluded(UUID job, State to, String why) {
    jdbc.update(
        "update replay_job set state = ?, why = ?, next_at = now(), changed_at = now() where id ="
            + " ?",
        to.name(),
        why,
        job);
  }

  /** The first entry of a job that has no result yet. */
  public Optional<Entry> next(UUID job) {
    return jdbc
        .query(ENTRIES + " and e.result is null order by e.place limit 1", ENTRY, job)
        .stream()
        .findFirst();
  }

  /** Writes what came of one entry, and when the job goes on. */
  public void done(UUID job, Entry entry, String result, Duration pause, boolean canary) {
    jdbc.update(
        "update replay_entry set result = ?, at = now() where job_id = ? and place = ?",
        result,
        job,
        entry.place());
    jdbc.update(
        """
        update replay_job set next_at = greatest(next_at, now() - interval '1 second') + ? * interval '1 ms',
               canary = case when ? then ?::uuid else canary end where id = ?
        """,
        pause.toMillis(),
        canary,
        entry.parkedId(),
        job);
  }

  /** Where the message or delivery of an entry stands. */
  public String state(UUID parked) {
    return jdbc.queryForObject(
        """
        select coalesce(d.state, m.state) from parked p join message m on m.id = p.message_id
          left join delivery d on d.id = p.delivery_id where p.id = ?
        """,
        String.class,
        parked);
  }

  /** The canary has come home: the others may follow. */
  public void canaryArrived(UUID job) {
    jdbc.update("update replay_job set canary = null, proven = true where id = ?", job);
  }

  /** Looks again a little later. */
  public void wait(UUID job, Duration pause) {
    jdbc.update(
        "update replay_job set next_at = now() + ? * interval '1 ms' where id = ?",
        pause.toMillis(),
        job);
  }

  /** Stops a job until a person looks at it. */
  public void pause(UUID job, String why) {
    jdbc.update(
        "update replay_job set state = 'PAUSED', why = ?, canary = null, changed_at = now() where"
            + " id = ?",
        why,
        job);
  }

  private static List<String> texts(Array array) throws SQLException {
    return List.of((String[]) array.getArray());
  }

  /** Every entry has its result. */
  public void end(UUID job) {
    jdbc.update("update replay_job set state = 'DONE', changed_at = now() where id = ?", job);
  }
}
