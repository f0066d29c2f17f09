package io.enforcement.gateway.routes.province.quality;

import io.enforcement.gateway.standards.model.Severity;

/** A rule that a record breaks, and how severe that is. */
record BrokenRule(Severity severity, String id) {

  /** As the store has it: severity, a space, the id. */
  static BrokenRule of(String text) {
    int space = text.indexOf(' ');
    return new BrokenRule(Severity.valueOf(text.substring(0, space)), text.substring(space + 1));
  }

  /** Whether it lowers the score; what is only told does not. */
  boolean costs() {
    return severity != Severity.INFO;
  }
}
