package io.enforcement.gateway.benchmarks.traffic;

import io.enforcement.gateway.benchmarks.wire.Bytes;
import java.nio.charset.StandardCharsets;

/**
 * How a message is known again at the far side: its case number carries {@code LD-} and the number,
 * in plain ASCII, whatever the format around it.
 */
public final class Numbered {

  private static final String MARK = "LD-";
  private static final byte[] MARK_BYTES = MARK.getBytes(StandardCharsets.US_ASCII);

  private Numbered() {}

  /** The case number of the message with this number. */
  public static String caseNumber(int number) {
    return MARK + String.format("%08d", number);
  }

  /** The number in a body, or -1 when it carries none. */
  public static int in(byte[] body) {
    int at = Bytes.indexOf(body, MARK_BYTES);
    return at < 0 ? -1 : Bytes.number(body, at + MARK_BYTES.length);
  }
}
