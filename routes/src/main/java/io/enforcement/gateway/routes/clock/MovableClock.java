package io.enforcement.gateway.routes.clock;

import io.enforcement.gateway.routes.CannotStart;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Collectors;

/**
 * A clock of a sandbox: it goes on like the machine's, and people move it forward. How far it is
 * ahead is kept in a file as ISO 8601 durations, the first without more, each later one with the
 * machine's time from which on it held, so that a restart does not take time back; who prepares a
 * sandbox may write a negative one there and begin in the past. Thread-safe.
 */
public final class MovableClock extends Clock implements MachineTime {

  private static final Duration FARTHEST = Duration.ofDays(3660);

  private final Path file;
  private final NavigableMap<Instant, Duration> moves = new ConcurrentSkipListMap<>();

  private MovableClock(Path file) {
    this.file = file;
    moves.put(Instant.MIN, Duration.ZERO);
  }

  /**
   * A clock that is as far ahead as the file says, or not at all when there is none.
   *
   * @throws CannotStart when the file holds anything else than durations of ten years at most
   */
  public static MovableClock keptIn(Path file) {
    MovableClock clock = new MovableClock(file);
    try {
      for (String line : Files.readString(file).strip().split("\\R")) {
        String[] move = line.strip().split(" ", 2);
        clock.moves.put(
            move.length == 1 ? Instant.MIN : Instant.parse(move[1]), Duration.parse(move[0]));
      }
    } catch (NoSuchFileException absent) {
      return clock;
    } catch (IOException | DateTimeParseException e) {
      throw wrong(file, e);
    }
    if (clock.ahead().abs().compareTo(FARTHEST) > 0) {
      throw wrong(file, null);
    }
    return clock;
  }

  private static CannotStart wrong(Path file, Exception cause) {
    return new CannotStart(
        file + " must hold a duration of ten years at most, for example PT720H for 30 days ahead.",
        cause);
  }

  /** How far it is ahead of the machine; negative when it is behind. */
  public Duration ahead() {
    return moves.lastEntry().getValue();
  }

  @Override
  public Instant here(Instant machine) {
    return machine.plus(moves.floorEntry(machine).getValue());
  }

  /**
   * Lets time pass.
   *
   * @throws IllegalArgumentException for a time that is not ahead of this clock, or farther from
   *     the machine's than ten years
   */
  public synchronized void moveTo(Instant time) {
    Instant machine = Instant.now();
    Duration further = Duration.between(machine, time);
    if (further.compareTo(ahead()) <= 0 || further.compareTo(FARTHEST) > 0) {
      throw new IllegalArgumentException("a clock only moves forward, and ten years at most");
    }
    NavigableMap<Instant, Duration> moved = new TreeMap<>(moves);
    moved.put(machine, further);
    keep(moved);
    moves.put(machine, further);
  }

  private void keep(NavigableMap<Instant, Duration> moved) {
    String lines =
        moved.entrySet().stream()
            .map(
                move ->
                    move.getKey().equals(Instant.MIN)
                        ? move.getValue().toString()
                        : move.getValue() + " " + move.getKey())
            .collect(Collectors.joining("\n"));
    try {
      Path part = file.resolveSibling(file.getFileName() + ".part");
      Files.writeString(part, lines);
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Instant instant() {
    return Instant.now().plus(ahead());
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  /** Another zone's view of the time as it is ahead now. */
  @Override
  public Clock withZone(ZoneId zone) {
    return zone.equals(ZoneOffset.UTC) ? this : Clock.offset(Clock.system(zone), ahead());
  }
}
