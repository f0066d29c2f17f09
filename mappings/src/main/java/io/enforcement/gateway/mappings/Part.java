package io.enforcement.gateway.mappings;

import io.enforcement.gateway.standards.model.StandardRecord;
import io.enforcement.gateway.standards.validation.Finding;
import java.util.List;

/**
 * One record of a message after translation (the Splitter's output): a message may hold many, and
 * one bad row does not stop the others.
 */
public sealed interface Part {

  /** Position in the message, from 1; for a file the data row. */
  int position();

  /** The row could be read as the standard; structure and rules are checked afterwards. */
  record Translated(int position, StandardRecord record) implements Part {}

  /** The row could not be read; at least one finding refuses. */
  record Refused(int position, List<Finding> findings) implements Part {
    public Refused {
      findings = List.copyOf(findings);
    }
  }
}
