package io.enforcement.gateway.connectors.http;

import io.enforcement.gateway.connectors.Outcome;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.apache.hc.core5.http.HttpEntity;

/**
 * What came back.
 *
 * @param status HTTP status
 * @param bytes the body up to the link's limit: a partner cannot fill our memory
 * @param whole whether that was all of it
 */
public record Reply(int status, byte[] bytes, boolean whole) {

  /** The most that is read of a reply, in bytes, where nothing else was agreed. */
  public static final int READ_LIMIT = 64 * 1024;

  private static final byte[] NOTHING = {};

  /** Reads the body as far as the limit; whoever holds the connection hangs up on the rest. */
  static Reply read(int status, HttpEntity entity, int most) throws IOException {
    if (entity == null) {
      return new Reply(status, NOTHING, true);
    }
    InputStream body = entity.getContent();
    byte[] bytes = body.readNBytes(most);
    return new Reply(status, bytes, bytes.length < most || body.read() < 0);
  }

  /** Whether the status is one of 200 to 299. */
  public boolean successful() {
    return status >= 200 && status < 300;
  }

  /**
   * The reply with the words that it broke the contract; an effect is possible, so it is ambiguous.
   */
  public Outcome againstTheContract() {
    return new Outcome.Ambiguous(
        "HTTP " + status + " with a body against the contract", evidence());
  }

  /** The start of the body, as much as is kept with an {@link Outcome}. */
  public byte[] evidence() {
    return bytes.length > Outcome.REPLY_LIMIT ? Arrays.copyOf(bytes, Outcome.REPLY_LIMIT) : bytes;
  }
}
