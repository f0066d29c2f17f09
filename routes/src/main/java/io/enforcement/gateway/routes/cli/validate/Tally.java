package io.enforcement.gateway.routes.cli.validate;

import io.enforcement.gateway.standards.file.FileCheck.Checked;

/** How many records there were and what became of them. Used by one thread. */
final class Tally {

  private long records;
  private long refused;
  private long warned;

  void count(Checked checked) {
    records++;
    if (checked.refused()) {
      refused++;
    } else if (!checked.findings().isEmpty()) {
      warned++;
    }
  }

  long records() {
    return records;
  }

  long refused() {
    return refused;
  }

  /** Records that would be taken, with warnings. */
  long warned() {
    return warned;
  }
}
