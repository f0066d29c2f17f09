package io.enforcement.gateway.routes.console;

import io.enforcement.gateway.routes.clock.ClockConfiguration;
import io.enforcement.gateway.routes.clock.MovableClock;
import io.enforcement.gateway.routes.problem.ProblemCode;
import io.enforcement.gateway.routes.problem.ProblemException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * The time of a sandbox, which people move forward to see deadlines pass. Anywhere else it does not
 * exist.
 */
@RestController
@ConditionalOnProperty(ClockConfiguration.MOVABLE)
class ClockApi {

  private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

  /**
   * What time it is.
   *
   * @param now in Beijing time
   * @param ahead how far that is ahead of the machine
   */
  record Time(OffsetDateTime now, Duration ahead) {}

  private final MovableClock clock;

  ClockApi(MovableClock clock) {
    this.clock = clock;
  }

  /** Asks for the time. */
  @GetMapping("/api/v1/clock")
  Time time() {
    return new Time(OffsetDateTime.ofInstant(clock.instant(), CHINA), clock.ahead());
  }

  /**
   * Lets time pass: to a moment, or by so much.
   *
   * @param to a moment with its offset
   * @param forward so much later than it is
   */
  @PostMapping("/api/v1/clock")
  Time move(
      @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE_TIME) OffsetDateTime to,
      @RequestParam(required = false) Duration forward) {
    if ((to == null) == (forward == null)) {
      throw ProblemException.of(ProblemCode.UNPROCESSABLE, "to", "clock.one-of-two");
    }
    try {
      clock.moveTo(to != null ? to.toInstant() : clock.instant().plus(forward));
    } catch (IllegalArgumentException | ArithmeticException | DateTimeException e) {
      throw ProblemException.of(
          ProblemCode.UNPROCESSABLE, to != null ? "to" : "forward", "clock.forward");
    }
    return time();
  }
}
