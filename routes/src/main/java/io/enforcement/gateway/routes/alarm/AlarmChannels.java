package io.enforcement.gateway.routes.alarm;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The channels that a site has set, and which of them took nothing when they were last tried: an
 * alarm that nobody is told of is one more alarm. Thread-safe.
 */
class AlarmChannels implements AlarmSource {

  private static final Logger LOG = LoggerFactory.getLogger(AlarmChannels.class);

  private final List<AlarmChannel> channels;
  private final Clock clock;
  private final Map<String, Instant> silent = new ConcurrentHashMap<>();

  AlarmChannels(List<AlarmChannel> channels, Clock clock) {
    this.channels = List.copyOf(channels);
    this.clock = clock;
  }

  List<AlarmChannel> all() {
    return channels;
  }

  /**
   * Tells it by one channel.
   *
   * @return false when the channel did not take it
   */
  boolean tell(AlarmChannel channel, AlarmNotice notice) {
    try {
      channel.tell(notice);
      if (silent.remove(channel.name()) != null) {
        LOG.info("the {} takes alarms again", channel.name());
      }
      return true;
    } catch (IOException e) {
      if (silent.putIfAbsent(channel.name(), clock.instant()) == null) {
        LOG.warn("the {} takes no alarms: {}", channel.name(), why(e));
      }
      return false;
    }
  }

  /** Names of classes: addresses of people stand in the words of a mail server. */
  private static String why(Throwable failure) {
    Throwable cause = failure.getCause();
    return failure.getClass().getSimpleName()
        + (cause == null ? "" : " of " + cause.getClass().getSimpleName());
  }

  @Override
  public List<Alarm> alarms() {
    Map<String, Instant> now = new TreeMap<>(silent);
    return now.values().stream()
        .min(Instant::compareTo)
        .map(
            since ->
                new Alarm(
                    Alarm.Kind.CHANNEL_SILENT, null, null, since, String.join(", ", now.keySet())))
        .stream()
        .toList();
  }
}
