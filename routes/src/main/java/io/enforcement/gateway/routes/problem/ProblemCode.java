package io.enforcement.gateway.routes.problem;

import java.util.Arrays;
import java.util.Locale;

/**
 * The stable codes of the API's refusals. A partner's program may rely on a code and its HTTP
 * status; texts may change. Constants are ordered: of two codes with one status the first is the
 * general one.
 */
public enum ProblemCode {
  MALFORMED(400),
  UNAUTHENTICATED(401),
  FORBIDDEN(403),
  WRONG_EXCHANGE(403),
  NOT_FOUND(404),
  METHOD_NOT_ALLOWED(405),
  NOT_ACCEPTABLE(406),
  TIMEOUT(408),
  CONFLICT(409),
  TOO_LARGE(413),
  ADDRESS_TOO_LONG(414),
  WRONG_TYPE(415),
  UNPROCESSABLE(422),
  OVER_QUOTA(429),
  SENDER_HELD(429),
  HEADERS_TOO_LARGE(431),
  INTERNAL(500),
  PARTNER_ANSWER(502),
  UNAVAILABLE(503),
  PARTNER_UNAVAILABLE(503),
  AUDIT_BEHIND(503),
  NO_ROOM(503),
  PARTNER_TOO_SLOW(504);

  private final int status;

  ProblemCode(int status) {
    this.status = status;
  }

  /** The HTTP status that goes with this code. */
  public int status() {
    return status;
  }

  /** The code as it is on the wire, for example {@code wrong-exchange}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The general code for a status; unknown ones become {@link #MALFORMED} or {@link #INTERNAL}. */
  public static ProblemCode ofStatus(int status) {
    return Arrays.stream(values())
        .filter(code -> code.status == status)
        .findFirst()
        .orElse(status >= 400 && status < 500 ? MALFORMED : INTERNAL);
  }
}
