package io.enforcement.gateway.routes.province.sheet;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;

/**
 * A file of rows under one header. Rows are written as they come and not kept; not thread-safe.
 * Closing ends the file and closes the stream under it.
 */
public interface Sheet extends Closeable {

  /**
   * Writes a row.
   *
   * @param values in the order of the header; null leaves a cell empty
   */
  void row(List<?> values) throws IOException;
}
