package io.enforcement.gateway.standards.validation;

import java.util.List;

/**
 * The message's own fault: tell the sender what to mend, never retry. One of the three failures of
 * the house; it carries at least one finding that refuses. Its message names rules and paths only,
 * never values.
 */
public final class Rejected extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient List<Finding> findings;

  public Rejected(List<Finding> findings) {
    super(describe(findings), null, false, false);
    if (findings.isEmpty()) {
      throw new IllegalArgumentException("a refusal without a finding tells the sender nothing");
    }
    this.findings = List.copyOf(findings);
  }

  public Rejected(Finding finding) {
    this(List.of(finding));
  }

  /** What was found; at least one entry. */
  public List<Finding> findings() {
    return findings;
  }

  private static String describe(List<Finding> findings) {
    StringBuilder text = new StringBuilder("refused:");
    findings.stream()
        .limit(5)
        .forEach(f -> text.append(' ').append(f.rule()).append(" at ").append(f.path()));
    return text.toString();
  }
}
