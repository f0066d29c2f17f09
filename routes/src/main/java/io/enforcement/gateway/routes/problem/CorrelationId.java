package io.enforcement.gateway.routes.problem;

import jakarta.servlet.http.HttpServletRequest;
import java.util.concurrent.ThreadLocalRandom;

/**
 * The short random name of one request, in its answer ({@code X-Correlation-Id}) and in our log.
 * Always ours: an id sent by the caller is ignored, so nobody can forge or flood log lines with it.
 */
public final class CorrelationId {

  public static final String HEADER = "X-Correlation-Id";

  private static final String ATTRIBUTE = CorrelationId.class.getName();
  private static final char[] LETTERS = "0123456789abcdefghjkmnpqrstvwxyz".toCharArray();
  private static final int LENGTH = 12;

  private CorrelationId() {}

  /** The request's id; the first call gives it one. */
  public static String of(HttpServletRequest request) {
    if (request.getAttribute(ATTRIBUTE) instanceof String known) {
      return known;
    }
    String id = random();
    request.setAttribute(ATTRIBUTE, id);
    return id;
  }

  private static String random() {
    // A label, not a secret: the fast generator is enough.
    long bits = ThreadLocalRandom.current().nextLong();
    StringBuilder id = new StringBuilder(LENGTH);
    for (int i = 0; i < LENGTH; i++) {
      id.append(LETTERS[(int) (bits >>> (i * 5)) & 31]);
    }
    return id.toString();
  }
}
