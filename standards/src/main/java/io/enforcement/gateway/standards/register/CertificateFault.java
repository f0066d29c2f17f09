package io.enforcement.gateway.standards.register;

/** Why a certificate did not hold on a day. */
public enum CertificateFault {
  /** Its last day had gone by. */
  EXPIRED("expired on that day"),
  /** It was issued on a later day. */
  NOT_YET_ISSUED("issued later than that day"),
  /** 暂扣 by then, and not given back. */
  SUSPENDED("suspended on that day"),
  /** 收回 by then. */
  WITHDRAWN("withdrawn by that day"),
  /** 注销 by then. */
  CANCELLED("cancelled by that day");

  private final String words;

  CertificateFault(String words) {
    this.words = words;
  }

  /** What may be said of it in a finding: no name, no number, no date. */
  public String words() {
    return words;
  }
}
