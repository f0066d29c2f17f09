package io.enforcement.gateway.standards.validation;

import io.enforcement.gateway.standards.model.EnforcementBody;

/** The enforcement body is part of every key: its code must check. */
final class BodyRules {

  private BodyRules() {}

  static void check(EnforcementBody body, Findings findings) {
    if (body != null) {
      findings.uscc(body.getUscc(), "body.uscc");
    }
  }
}
