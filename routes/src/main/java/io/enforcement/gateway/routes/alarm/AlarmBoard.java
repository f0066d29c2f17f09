package io.enforcement.gateway.routes.alarm;

import io.enforcement.gateway.routes.alarm.AlarmStatus.Word;
import io.enforcement.gateway.routes.store.AlarmMarkStore;
import io.enforcement.gateway.routes.store.AlarmMarkStore.Mark;
import io.enforcement.gateway.routes.store.AlarmMarkStore.Subject;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * All that stands now, whoever raised it, with what people did about it. While the database is away
 * alarms stand as if nobody had said anything. Thread-safe.
 */
@Component
public class AlarmBoard {

  /** Nobody silences an alarm for longer at a time. */
  public static final Duration LONGEST_SILENCE = Duration.ofDays(7);

  private record Words(Word acknowledged, Word silenced) {

    static final Words NONE = new Words(null, null);

    Words with(Mark mark) {
      Word word = new Word(mark.person(), mark.reason(), mark.at(), mark.until());
      return mark.until() == null ? new Words(word, silenced) : new Words(acknowledged, word);
    }
  }

  private final List<AlarmSource> sources;
  private final AlarmMarkStore marks;
  private final Clock machine;

  AlarmBoard(
      List<AlarmSource> sources,
      AlarmMarkStore marks,
      @Qualifier("machineClock") Clock machine,
      MeterRegistry meters) {
    this.sources = sources;
    this.marks = marks;
    this.machine = machine;
    for (Alarm.Kind kind : Alarm.Kind.values()) {
      Gauge.builder("gateway.alarms", this, board -> board.count(kind))
          .tag("kind", kind.name())
          .register(meters);
    }
  }

  private List<Alarm> alarms() {
    return sources.stream().flatMap(source -> source.alarms().stream()).toList();
  }

  private long count(Alarm.Kind kind) {
    return alarms().stream().filter(alarm -> alarm.kind() == kind).count();
  }

  /** What stands now, the latest first. */
  public List<AlarmStatus> standing() {
    List<Alarm> alarms = alarms();
    if (alarms.isEmpty()) {
      return List.of();
    }
    Map<Subject, Words> words = words(alarms.stream().map(AlarmBoard::subject).distinct().toList());
    Instant now = machine.instant();
    return alarms.stream()
        .map(alarm -> status(alarm, words.getOrDefault(subject(alarm), Words.NONE), now))
        .sorted(Comparator.comparing(AlarmStatus::since).reversed())
        .toList();
  }

  private Map<Subject, Words> words(List<Subject> subjects) {
    Map<Subject, Words> words = new HashMap<>();
    try {
      for (Mark mark : marks.latest(subjects)) {
        words.merge(mark.subject(), Words.NONE.with(mark), (before, one) -> before.with(mark));
      }
    } catch (DataAccessException | TransactionException away) {
      return Map.of();
    }
    return words;
  }

  private static AlarmStatus status(Alarm alarm, Words words, Instant now) {
    AlarmRule rule = AlarmRule.of(alarm.kind());
    Word inHand = words.acknowledged();
    Word silence = words.silenced();
    return new AlarmStatus(
        alarm.kind(),
        alarm.partner(),
        alarm.exchange(),
        alarm.since(),
        alarm.detail(),
        rule.severity(),
        rule.runbook(),
        inHand == null || inHand.at().isBefore(alarm.since()) ? null : inHand,
        silence == null || silence.until().isBefore(now) ? null : silence);
  }

  private static Subject subject(Alarm alarm) {
    return subject(alarm.kind(), alarm.partner(), alarm.exchange());
  }

  private static Subject subject(Alarm.Kind kind, String partner, String exchange) {
    return new Subject(
        kind.name(),
        Objects.requireNonNullElse(partner, ""),
        Objects.requireNonNullElse(exchange, ""));
  }

  /** Notes that a person has an alarm in hand; nobody else is told of it until it is over. */
  public void acknowledge(AlarmStatus alarm, String person, String reason) {
    marks.acknowledge(subject(alarm.kind(), alarm.partner(), alarm.exchange()), person, reason);
  }

  /**
   * Nobody is told of an alarm for a time, whether it ends and begins again meanwhile.
   *
   * @param time {@link #LONGEST_SILENCE} at most
   */
  public void silence(AlarmStatus alarm, String person, String reason, Duration time) {
    marks.silence(
        subject(alarm.kind(), alarm.partner(), alarm.exchange()),
        person,
        reason,
        machine.instant().plus(time));
  }
}
