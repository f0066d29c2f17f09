package io.enforcement.gateway.connectors.rest;

import java.io.IOException;
import java.io.InputStream;
import org.apache.hc.core5.http.HttpEntity;

/**
 * What came back.
 *
 * @param bytes the body up to {@link #READ_LIMIT}: a partner cannot fill our memory
 * @param whole whether that was all of it
 */
record Reply(int status, byte[] bytes, boolean whole) {

  static final int READ_LIMIT = 64 * 1024;

  private static final byte[] NOTHING = {};

  /** Reads the body as far as the limit; whoever holds the connection hangs up on the rest. */
  static Reply read(int status, HttpEntity entity) throws IOException {
    if (entity == null) {
      return new Reply(status, NOTHING, true);
    }
    InputStream body = entity.getContent();
    byte[] bytes = body.readNBytes(READ_LIMIT);
    return new Reply(status, bytes, bytes.length < READ_LIMIT || body.read() < 0);
  }
}
