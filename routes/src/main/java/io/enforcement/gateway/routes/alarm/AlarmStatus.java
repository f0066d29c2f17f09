package io.enforcement.gateway.routes.alarm;

import io.enforcement.gateway.routes.alarm.AlarmRule.Severity;
import java.time.Instant;

/**
 * An alarm that stands, and what people did about it.
 *
 * @param partner whom it concerns; null when nobody in particular
 * @param exchange of that partner; null when none in particular
 * @param since when it began, as far as this process knows
 * @param detail a short word more
 * @param runbook where the operations guide says what to do
 * @param acknowledged who has it in hand since it began; null when nobody has
 * @param silenced until when nobody is told of it; null when people are
 */
public record AlarmStatus(
    Alarm.Kind kind,
    String partner,
    String exchange,
    Instant since,
    String detail,
    Severity severity,
    String runbook,
    Word acknowledged,
    Word silenced) {

  /**
   * Somebody's word about it.
   *
   * @param until null when it has no end
   */
  public record Word(String person, String reason, Instant at, Instant until) {}

  /** Whether people are to be told of it: nobody has it in hand, and nobody asked for silence. */
  public boolean isOpen() {
    return acknowledged == null && silenced == null;
  }
}
