package io.enforcement.gateway.connectors.soap;

/**
 * What was posted is no message we take. Told by rule, never by content: the sender gets it as a
 * fault, nothing is retried.
 */
public final class SoapRefused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final FaultCode code;
  private final String rule;

  SoapRefused(FaultCode code, String rule, String what) {
    super(rule + ": " + what, null, false, false);
    this.code = code;
    this.rule = rule;
  }

  static SoapRefused sender(String rule, String what) {
    return new SoapRefused(FaultCode.SENDER, rule, what);
  }

  /** The code of the fault that answers it. */
  public FaultCode code() {
    return code;
  }

  /**
   * The rule that is broken: {@code xml.*} as for any foreign XML, or {@code soap.*}. Stable, for
   * catalogues and findings.
   */
  public String rule() {
    return rule;
  }
}
