package io.enforcement.gateway.routes.failure;

import io.enforcement.gateway.routes.alarm.Alarm;
import io.enforcement.gateway.routes.alarm.AlarmSource;
import io.enforcement.gateway.routes.problem.Diagnosis;
import io.enforcement.gateway.routes.store.PauseStore;
import io.enforcement.gateway.routes.store.PauseStore.Pause;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Receivers that people have paused, because their system is being mended or because what is sent
 * must not go on. Attempts under way end; nothing new is claimed, handed over or given out, and
 * what comes waits in its order. A pause outlives a restart and is an alarm as long as it stands,
 * so that nobody forgets it. Other nodes know of it within two seconds. Thread-safe.
 */
@Component
public class Pauses implements AlarmSource {

  private final PauseStore store;
  private volatile Map<String, Pause> standing = Map.of();

  Pauses(PauseStore store) {
    this.store = store;
    look();
  }

  /** Whether nothing new may leave to this receiver. */
  public boolean isPaused(String receiver) {
    return standing.containsKey(receiver);
  }

  /** The pause of a receiver; empty when there is none. */
  public Optional<Pause> of(String receiver) {
    return Optional.ofNullable(standing.get(receiver));
  }

  /**
   * Pauses a receiver.
   *
   * @return false when it is paused already
   */
  public boolean pause(String receiver, String person, String reason) {
    boolean paused = store.pause(receiver, person, reason);
    look();
    return paused;
  }

  /**
   * Lets deliveries go on; the sweeper wakes them.
   *
   * @return false when it is not paused
   */
  public boolean resume(String receiver, String person, String reason) {
    boolean resumed = store.resume(receiver, person, reason);
    look();
    return resumed;
  }

  /** Looks who is paused; another node may have changed it. */
  @Scheduled(fixedDelay = 2000)
  final void look() {
    try {
      standing =
          store.open().stream().collect(Collectors.toMap(Pause::receiver, Function.identity()));
    } catch (RuntimeException e) {
      if (!Diagnosis.databaseIsAway(e)) {
        throw e;
      }
    }
  }

  @Override
  public List<Alarm> alarms() {
    return standing.values().stream()
        .map(
            pause ->
                new Alarm(
                    Alarm.Kind.RECEIVER_PAUSED,
                    pause.receiver(),
                    null,
                    pause.at(),
                    pause.by() + ": " + pause.reason()))
        .toList();
  }
}
