package io.enforcement.gateway.mappings.declarative;

import io.enforcement.gateway.standards.validation.Rejected;
import java.util.List;

/** Cuts a message into its records (Splitter). Stateless; any thread. */
interface Rows {

  /** More is a mistake or an attack: departments send a day's work, not a year's. */
  int MAX_ROWS = 10_000;

  /**
   * @return at least one row, in the order of the message
   * @throws Rejected when the message as a whole cannot be read
   */
  List<Row> read(byte[] message);
}
