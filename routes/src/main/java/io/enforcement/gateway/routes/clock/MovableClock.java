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

/**
 * A clock of a sandbox: it goes on like the machine's, and people move it forward. How far it is
 * ahead is kept in a file as an ISO 8601 duration, so that a restart does not take time back; who
 * prepares a sandbox may write a negative one there and begin in the past. Thread-safe.
 */
public final class MovableClock extends Clock {

  private static final Duration FARTHEST = Duration.ofDays(3660);

  private final Path file;
  private volatile Duration ahead;

  private MovableClock(Path file, Duration ahead) {
    this.file = file;
    this.ahead = ahead;
  }

  /**
   * A clock that is as far ahead as the file says, or not at all when there is none.
   *
   * @throws CannotStart when the file holds anything else than a duration of ten years at most
   */
  public static MovableClock keptIn(Path file) {
    try {
      Duration ahead = Duration.parse(Files.readString(file).strip());
      if (ahead.abs().compareTo(FARTHEST) <= 0) {
        return new MovableClock(file, ahead);
      }
    } catch (NoSuchFileException absent) {
      return new MovableClock(file, Duration.ZERO);
    } catch (IOException | DateTimeParseException e) {
      throw wrong(file, e);
    }
    throw wrong(file, null);
  }

  private static CannotStart wrong(Path file, Exception cause) {
    return new CannotStart(
        file + " must hold a duration of ten years at most, for example PT720H for 30 days ahead.",
        cause);
  }

  /** How far it is ahead of the machine; negative when it is behind. */
  public Duration ahead() {
    return ahead;
  }

  /**
   * Lets time pass.
   *
   * @throws IllegalArgumentException for a time that is not ahead of this clock, or farther from
   *     the machine's than ten years
   */
  public synchronized void moveTo(Instant time) {
    Duration further = Duration.between(Instant.now(), time);
    if (further.compareTo(ahead) <= 0 || further.compareTo(FARTHEST) > 0) {
      throw new IllegalArgumentException("a clock only moves forward, and ten years at most");
    }
    keep(further);
    ahead = further;
  }

  private void keep(Duration further) {
    try {
      Path part = file.resolveSibling(file.getFileName() + ".part");
      Files.writeString(part, further.toString());
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Instant instant() {
    return Instant.now().plus(ahead);
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  /** Another zone's view of the time as it is ahead now. */
  @Override
  public Clock withZone(ZoneId zone) {
    return zone.equals(ZoneOffset.UTC) ? this : Clock.offset(Clock.system(zone), ahead);
  }
}
