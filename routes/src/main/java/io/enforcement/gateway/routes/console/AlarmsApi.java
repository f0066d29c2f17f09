package io.enforcement.gateway.routes.console;

import io.enforcement.gateway.routes.alarm.Alarm;
import io.enforcement.gateway.routes.alarm.AlarmBoard;
import io.enforcement.gateway.routes.alarm.AlarmStatus;
import io.enforcement.gateway.routes.brake.Floods;
import io.enforcement.gateway.routes.partner.ExchangeKey;
import io.enforcement.gateway.routes.partner.Restrictions;
import io.enforcement.gateway.routes.problem.ProblemCode;
import io.enforcement.gateway.routes.problem.ProblemException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * What people are to look at, what they do about it, and the hand that lets a held sender go on.
 */
@RestController
public class AlarmsApi {

  /** Why somebody takes an alarm in hand. */
  public record Acknowledgement(String reason) {}

  /**
   * Why nobody is to be told of an alarm, and how long.
   *
   * @param hours 1 to 168
   */
  public record Silence(String reason, int hours) {}

  private final AlarmBoard board;
  private final Floods floods;
  private final Restrictions restrictions;

  AlarmsApi(AlarmBoard board, Floods floods, Restrictions restrictions) {
    this.board = board;
    this.floods = floods;
    this.restrictions = restrictions;
  }

  /** What stands now, the latest first. */
  @GetMapping("/api/v1/alarms")
  public List<AlarmStatus> alarms(Authentication person) {
    return board.standing().stream().filter(alarm -> maySee(alarm, person)).toList();
  }

  /** Takes an alarm in hand: nobody else is told of it until it is over. */
  @PostMapping("/api/v1/alarms/{kind}/acknowledgement")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  public void acknowledge(
      @PathVariable Alarm.Kind kind,
      @RequestParam(required = false) String partner,
      @RequestParam(required = false) String exchange,
      @RequestBody Acknowledgement word,
      Authentication person) {
    board.acknowledge(
        find(kind, partner, exchange, person),
        person.getName(),
        WaitingEntries.reason(word.reason()));
  }

  /** Silences an alarm for a time: it stands on the board, and nobody is told of it. */
  @PostMapping("/api/v1/alarms/{kind}/silence")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  public void silence(
      @PathVariable Alarm.Kind kind,
      @RequestParam(required = false) String partner,
      @RequestParam(required = false) String exchange,
      @RequestBody Silence word,
      Authentication person) {
    Duration time = Duration.ofHours(word.hours());
    if (time.isZero() || time.isNegative() || time.compareTo(AlarmBoard.LONGEST_SILENCE) > 0) {
      throw ProblemException.of(
          ProblemCode.UNPROCESSABLE,
          "hours",
          "alarm.silence",
          Long.toString(AlarmBoard.LONGEST_SILENCE.toHours()));
    }
    board.silence(
        find(kind, partner, exchange, person),
        person.getName(),
        WaitingEntries.reason(word.reason()),
        time);
  }

  /** Lets a held sender go on. */
  @PostMapping("/api/v1/alarms/held/{partner}/{exchange}/release")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  public void release(
      @PathVariable String partner, @PathVariable String exchange, Authentication person) {
    ExchangeKey key = new ExchangeKey(partner, exchange);
    if (restrictions.hides(person.getName(), key) || !floods.release(key, person.getName())) {
      throw ProblemException.of(ProblemCode.NOT_FOUND);
    }
  }

  /** One that stands; one that the person may not see does not. */
  public AlarmStatus find(Alarm.Kind kind, String partner, String exchange, Authentication person) {
    return alarms(person).stream()
        .filter(
            alarm ->
                alarm.kind() == kind
                    && Objects.equals(alarm.partner(), emptyToNull(partner))
                    && Objects.equals(alarm.exchange(), emptyToNull(exchange)))
        .findFirst()
        .orElseThrow(() -> ProblemException.of(ProblemCode.NOT_FOUND));
  }

  private static String emptyToNull(String given) {
    return given == null || given.isEmpty() ? null : given;
  }

  private boolean maySee(AlarmStatus alarm, Authentication person) {
    return alarm.partner() == null
        || alarm.exchange() == null
        || !restrictions.hides(
            person.getName(), new ExchangeKey(alarm.partner(), alarm.exchange()));
  }
}
