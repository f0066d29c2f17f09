package io.enforcement.gateway.routes.conformance;

import io.enforcement.gateway.mappings.GoldenOutcome;
import io.enforcement.gateway.mappings.Part;
import io.enforcement.gateway.routes.sandbox.side.Sending;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;

/**
 * A sample of what the partner sends, with what its mapping makes of it.
 *
 * @param name without folders and endings
 * @param ending of its file, for example {@code csv}
 * @param refused the rules by which it must be refused as a whole; empty when it can be read
 * @param parts what must come of it otherwise
 */
record SentCase(
    Sending sending,
    String name,
    String ending,
    byte[] bytes,
    Set<String> refused,
    List<Part> parts) {

  /** The delivery that samples name when they answer to one. */
  private static final String INVENTED = GoldenOutcome.outbound().key();

  /** What it is called in a certificate. */
  String subject() {
    return sending.exchange() + " " + name;
  }

  /** All of it becomes records. */
  boolean sound() {
    return refused.isEmpty()
        && !parts.isEmpty()
        && parts.stream().allMatch(Part.Translated.class::isInstance);
  }

  /**
   * Whether it answers to a delivery, which must have gone out before. Read with a character for
   * each byte, whatever the charset: a key is ASCII in all of them.
   */
  boolean answers() {
    return new String(bytes, StandardCharsets.ISO_8859_1).contains(INVENTED);
  }

  /** The same as an answer to this delivery. */
  SentCase to(String delivery) {
    byte[] text =
        new String(bytes, StandardCharsets.ISO_8859_1)
            .replace(INVENTED, delivery)
            .getBytes(StandardCharsets.ISO_8859_1);
    return new SentCase(sending, name, ending, text, refused, parts);
  }
}
