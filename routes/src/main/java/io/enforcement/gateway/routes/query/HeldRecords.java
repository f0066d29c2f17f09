package io.enforcement.gateway.routes.query;

import io.enforcement.gateway.routes.store.QueryStore;
import io.enforcement.gateway.routes.store.QueryStore.Held;
import io.enforcement.gateway.standards.format.StandardXml;
import io.enforcement.gateway.standards.model.Answer;
import io.enforcement.gateway.standards.model.Operation;
import io.enforcement.gateway.standards.model.StandardRecord;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * What partners sent about a subject, as records. To be used inside {@link QueryStore#within}.
 * Thread-safe.
 */
final class HeldRecords {

  private static final LocalDate FIRST = LocalDate.of(1949, 10, 1);
  private static final LocalDate LAST = LocalDate.of(9999, 12, 30);

  private final QueryStore store;

  HeldRecords(QueryStore store) {
    this.store = store;
  }

  /**
   * Records that an answer may rest on.
   *
   * @param newest when the newest of them was accepted, null when there is none
   * @param more there are more than were asked for
   */
  record Found<T extends StandardRecord>(List<T> records, Instant newest, boolean more) {

    /** Without what was withdrawn by its source (同步类型 D): it is as if it had never been. */
    Found<T> standing() {
      return with(records.stream().filter(one -> one.getCdOperation() != Operation.D).toList());
    }

    /** With others that are as good, the highest revision first. */
    Found<T> and(List<T> others) {
      return with(
          Stream.concat(records.stream(), others.stream())
              .sorted(Comparator.comparing(StandardRecord::getRevision).reversed())
              .toList());
    }

    private Found<T> with(List<T> others) {
      return new Found<>(others, newest, more);
    }

    /** Says in the answer how old and how whole it is. */
    void tell(Answer answer) {
      answer.setTruncated(more);
      answer.setDataAsOf(newest == null ? null : OffsetDateTime.ofInstant(newest, Subjects.CHINA));
    }
  }

  /**
   * The latest revision of each act, also one that withdraws it, the newest act first, whenever it
   * was.
   */
  <T extends StandardRecord> Found<T> latest(Class<T> type, String subject, int limit) {
    return latest(type, subject, null, null, limit);
  }

  /**
   * The latest revision of each act, also one that withdraws it, the newest act first.
   *
   * @param from first day of the acts, or null
   * @param until last day of the acts, or null
   */
  <T extends StandardRecord> Found<T> latest(
      Class<T> type, String subject, LocalDate from, LocalDate until, int limit) {
    Instant start = Subjects.start(from == null ? FIRST : from);
    Instant end = Subjects.start((until == null ? LAST : until).plusDays(1));
    return found(type, store.latest(type.getSimpleName(), subject, start, end, limit + 1), limit);
  }

  /** Every revision, the highest first. */
  <T extends StandardRecord> Found<T> revisions(Class<T> type, String subject, int limit) {
    return found(type, store.revisions(type.getSimpleName(), subject, limit + 1), limit)
        .and(List.of());
  }

  private static <T extends StandardRecord> Found<T> found(
      Class<T> type, List<Held> all, int limit) {
    List<Held> held = all.subList(0, Math.min(limit, all.size()));
    return new Found<>(
        held.stream().map(one -> type.cast(StandardXml.read(one.xml()))).toList(),
        held.stream().map(Held::since).max(Instant::compareTo).orElse(null),
        all.size() > limit);
  }
}
