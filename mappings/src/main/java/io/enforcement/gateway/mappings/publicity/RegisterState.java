package io.enforcement.gateway.mappings.publicity;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.enforcement.gateway.mappings.Context;
import io.enforcement.gateway.standards.model.Operation;
import io.enforcement.gateway.standards.model.StandardRecord;
import java.util.List;

/**
 * Whether an entry of a register is shown, since when and in which revision: the later replaces the
 * earlier. Nothing in an entry is redacted: it holds what is public, or is not permitted at all.
 *
 * @param state PUBLISHED or WITHDRAWN
 */
@JsonPropertyOrder({"state", "publishDate", "revision", "redactionLog"})
record RegisterState(
    String state, String publishDate, int revision, List<Redaction.Entry> redactionLog) {

  private static final String PUBLISHED = "PUBLISHED";

  /**
   * @param inForce whether it still holds
   */
  static RegisterState of(StandardRecord entry, boolean inForce, Context context) {
    boolean shown = inForce && entry.getCdOperation() != Operation.D;
    return new RegisterState(
        shown ? PUBLISHED : "WITHDRAWN",
        Terms.today(context).toString(),
        entry.getRevision(),
        List.of());
  }

  boolean shows() {
    return state.equals(PUBLISHED);
  }
}
