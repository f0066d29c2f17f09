package io.enforcement.gateway.mappings;

import io.enforcement.gateway.standards.validation.Rejected;
import java.util.List;

/**
 * Reads one partner message as records of the standard (Message Translator). Pure: same bytes and
 * context, same result. Implementations are stateless and safe for concurrent use.
 */
public interface ToStandard {

  /**
   * @param message the bytes as received, bounded by the intake, not yet parsed
   * @return at least one part, in the order of the message
   * @throws Rejected when the message as a whole cannot be read
   */
  List<Part> toStandard(byte[] message, Context context);
}
