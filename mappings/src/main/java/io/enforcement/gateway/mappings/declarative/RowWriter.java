package io.enforcement.gateway.mappings.declarative;

import com.fasterxml.jackson.databind.JsonNode;
import io.enforcement.gateway.mappings.Context;
import io.enforcement.gateway.standards.validation.Rejected;

/** Puts what a mapping answered into the form of a message. Stateless; any thread. */
@FunctionalInterface
interface RowWriter {

  /**
   * Same answer and context, same bytes.
   *
   * @throws Rejected when the form cannot hold a value
   */
  byte[] write(JsonNode answer, Context context);
}
