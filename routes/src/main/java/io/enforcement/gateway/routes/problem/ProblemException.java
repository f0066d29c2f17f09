package io.enforcement.gateway.routes.problem;

import io.enforcement.gateway.standards.validation.Finding;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A refusal on its way to the caller: a code, what was found, and the headers that belong to it. It
 * carries no stack and no value of the input. Immutable; the {@code with…} methods give a changed
 * copy.
 */
public final class ProblemException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final ProblemCode code;
  private final transient List<Finding> findings;
  private final transient Map<String, String> headers;

  private ProblemException(ProblemCode code, List<Finding> findings, Map<String, String> headers) {
    super(code.code(), null, false, false);
    this.code = code;
    this.findings = List.copyOf(findings);
    this.headers = Map.copyOf(headers);
  }

  /** A refusal that the code alone explains. */
  public static ProblemException of(ProblemCode code) {
    return new ProblemException(code, List.of(), Map.of());
  }

  /** A refusal by findings; the first one fills path, rule, expected and fix. */
  public static ProblemException of(ProblemCode code, List<Finding> findings) {
    return new ProblemException(code, findings, Map.of());
  }

  /**
   * A refusal by one rule.
   *
   * @param path where in the request: a header's name, a field's path
   * @param rule id of a rule that has texts
   * @param arguments what the rule's texts need, for example a limit; never an input's value
   */
  public static ProblemException of(
      ProblemCode code, String path, String rule, String... arguments) {
    return of(code, List.of(Finding.of(rule, path, null, arguments)));
  }

  /** Too many messages per second; the caller may come again after the given time. */
  public static ProblemException overQuota(Duration retryAfter) {
    return of(ProblemCode.OVER_QUOTA).retryAfter(retryAfter);
  }

  /** We cannot take it now; the caller should come again after the given time. */
  public static ProblemException unavailable(Duration retryAfter) {
    return of(ProblemCode.UNAVAILABLE).retryAfter(retryAfter);
  }

  /** A partner cannot be asked now; the caller may come again after the given time. */
  public static ProblemException partnerUnavailable(Duration retryAfter) {
    return of(ProblemCode.PARTNER_UNAVAILABLE).retryAfter(retryAfter);
  }

  /** Nothing is taken in because the audit trail is not exported; come again after that time. */
  public static ProblemException auditBehind(Duration retryAfter) {
    return of(ProblemCode.AUDIT_BEHIND).retryAfter(retryAfter);
  }

  /** Nothing is taken in because a volume is full; come again after that time. */
  public static ProblemException noRoom(Duration retryAfter) {
    return of(ProblemCode.NO_ROOM).retryAfter(retryAfter);
  }

  /** This sender floods and is held until a person lets it go on; come again after that time. */
  public static ProblemException senderHeld(Duration retryAfter) {
    return of(ProblemCode.SENDER_HELD).retryAfter(retryAfter);
  }

  /** The same refusal with one more response header. */
  public ProblemException withHeader(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new ProblemException(code, findings, more);
  }

  private ProblemException retryAfter(Duration time) {
    return withHeader("Retry-After", Long.toString(Math.max(1, time.toSeconds())));
  }

  public ProblemCode code() {
    return code;
  }

  /** What was found; empty when the code says it all. */
  public List<Finding> findings() {
    return findings;
  }

  public Map<String, String> headers() {
    return headers;
  }
}
