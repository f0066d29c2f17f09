package io.enforcement.gateway.routes.audit;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/**
 * An event as it stands in the trail, with what the database gave it. Milestones are words here:
 * what was written by an earlier or later version has to be provable, too.
 *
 * @param id number of the row; numbers have holes, positions have none
 * @param at to the microsecond
 */
public record StoredEvent(
    long id,
    Instant at,
    String milestone,
    UUID messageId,
    Integer part,
    UUID deliveryId,
    String partner,
    String actor,
    String detail) {

  private static final String FORM = "event-1";

  /**
   * The bytes that are hashed: form, id, microseconds since 1970, and the other fields in their
   * order; each as a length of four bytes and its text in UTF-8, an absent one as the length −1.
   */
  public byte[] canonical() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
    DataOutputStream out = new DataOutputStream(bytes);
    put(out, FORM);
    put(out, Long.toString(id));
    put(out, Long.toString(ChronoUnit.MICROS.between(Instant.EPOCH, at)));
    put(out, milestone);
    put(out, messageId);
    put(out, part);
    put(out, deliveryId);
    put(out, partner);
    put(out, actor);
    put(out, detail);
    return bytes.toByteArray();
  }

  private static void put(DataOutputStream out, Object field) {
    try {
      if (field == null) {
        out.writeInt(-1);
        return;
      }
      byte[] text = field.toString().getBytes(StandardCharsets.UTF_8);
      out.writeInt(text.length);
      out.write(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e); // memory does not fail
    }
  }
}
