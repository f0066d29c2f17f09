package io.enforcement.gateway.routes.alarm;

import io.enforcement.gateway.routes.partner.ExchangeKey;
import io.enforcement.gateway.routes.partner.Restrictions;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * Tells by each channel what has begun to stand and what is over, each once. What a channel did not
 * take is told again. Each process tells what it sees, and after its start all that stands: told
 * twice is better than not at all. Without a channel it does nothing. One thread at a time.
 */
class AlarmTeller {

  private record Subject(Alarm.Kind kind, String partner, String exchange) {}

  private final AlarmChannels channels;
  private final AlarmBoard board;
  private final Restrictions restrictions;
  private final String site;
  private final Clock clock;
  private final Map<String, Map<Subject, AlarmStatus>> told = new HashMap<>();

  AlarmTeller(
      AlarmChannels channels,
      AlarmBoard board,
      Restrictions restrictions,
      String site,
      Clock clock) {
    this.channels = channels;
    this.board = board;
    this.restrictions = restrictions;
    this.site = site;
    this.clock = clock;
  }

  /** Looks once. */
  @Scheduled(fixedDelay = 15_000)
  public synchronized void look() {
    if (channels.all().isEmpty()) {
      return;
    }
    Map<Subject, AlarmStatus> standing =
        board.standing().stream()
            .collect(
                Collectors.toMap(
                    alarm -> new Subject(alarm.kind(), alarm.partner(), alarm.exchange()),
                    Function.identity(),
                    (one, other) -> one));
    for (AlarmChannel channel : channels.all()) {
      Map<Subject, AlarmStatus> known =
          told.computeIfAbsent(channel.name(), name -> new HashMap<>());
      if (tellBegun(channel, known, standing)) {
        tellOver(channel, known, standing);
      }
    }
  }

  /**
   * @return false when the channel takes nothing: it is not tried further
   */
  private boolean tellBegun(
      AlarmChannel channel, Map<Subject, AlarmStatus> known, Map<Subject, AlarmStatus> standing) {
    Instant now = clock.instant();
    for (Map.Entry<Subject, AlarmStatus> each : standing.entrySet()) {
      AlarmStatus alarm = each.getValue();
      boolean due = !alarm.since().plus(AlarmRule.of(alarm.kind()).holds()).isAfter(now);
      if (due && alarm.isOpen() && !known.containsKey(each.getKey())) {
        if (!channels.tell(channel, notice(alarm, false, now))) {
          return false;
        }
        known.put(each.getKey(), alarm);
      }
    }
    return true;
  }

  private void tellOver(
      AlarmChannel channel, Map<Subject, AlarmStatus> known, Map<Subject, AlarmStatus> standing) {
    List<Subject> over =
        known.keySet().stream().filter(subject -> !standing.containsKey(subject)).toList();
    for (Subject subject : over) {
      if (!channels.tell(channel, notice(known.get(subject), true, clock.instant()))) {
        return;
      }
      known.remove(subject);
    }
  }

  private AlarmNotice notice(AlarmStatus alarm, boolean over, Instant now) {
    boolean hidden =
        alarm.partner() != null
            && alarm.exchange() != null
            && restrictions.hides(
                Restrictions.NOBODY, new ExchangeKey(alarm.partner(), alarm.exchange()));
    return new AlarmNotice(
        site,
        AlarmRule.of(alarm.kind()),
        over,
        hidden ? null : alarm.partner(),
        hidden ? null : alarm.exchange(),
        alarm.since(),
        now);
  }
}
