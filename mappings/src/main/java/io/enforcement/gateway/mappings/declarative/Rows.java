package io.enforcement.gateway.mappings.declarative;

import io.enforcement.gateway.mappings.file.TableFile;
import io.enforcement.gateway.standards.validation.Rejected;
import java.util.List;

/** Cuts a message into its records (Splitter). Stateless; any thread. */
interface Rows {

  int MAX_ROWS = TableFile.MAX_ROWS;

  /**
   * @return at least one row, in the order of the message
   * @throws Rejected when the message as a whole cannot be read
   */
  List<Row> read(byte[] message);
}
