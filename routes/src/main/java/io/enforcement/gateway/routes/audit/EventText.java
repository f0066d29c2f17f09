package io.enforcement.gateway.routes.audit;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.UUID;

/**
 * An event as it is handed out: all that is hashed, under the names that the verifier knows.
 *
 * @param at UTC, always with six digits of a second
 */
public record EventText(
    long id,
    String at,
    String milestone,
    UUID messageId,
    Integer part,
    UUID deliveryId,
    String partner,
    String actor,
    String detail) {

  private static final DateTimeFormatter MICROS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

  static EventText of(StoredEvent event) {
    return new EventText(
        event.id(),
        text(event.at()),
        event.milestone(),
        event.messageId(),
        event.part(),
        event.deliveryId(),
        event.partner(),
        event.actor(),
        event.detail());
  }

  StoredEvent stored() {
    return new StoredEvent(
        id, Instant.parse(at), milestone, messageId, part, deliveryId, partner, actor, detail);
  }

  private static String text(Instant at) {
    return MICROS.format(at);
  }
}
