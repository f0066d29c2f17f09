package io.enforcement.gateway.mappings;

import io.enforcement.gateway.standards.model.StandardRecord;
import io.enforcement.gateway.standards.validation.Rejected;

/**
 * Writes one standard record in a partner's own format. Pure: same record and context, same bytes;
 * a retry and a replay depend on it. The record stays as it was: other receivers read the same one.
 * Implementations are stateless and safe for concurrent use.
 */
public interface FromStandard {

  /**
   * @throws Rejected when the partner's format cannot say what the record says (unmapped code, text
   *     too long)
   */
  byte[] fromStandard(StandardRecord record, Context context);
}
