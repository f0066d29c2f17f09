package io.enforcement.gateway.standards.file;

import io.enforcement.gateway.standards.validation.Finding;
import java.util.Optional;

/**
 * One record as it stands in a file.
 *
 * @param file the file, and after {@code !} its entry when it is a zip
 * @param number of the record in its file or entry, from 1
 * @param line where the record begins, from 1
 * @param form how it is written
 * @param text its bytes; empty when there is a fault
 * @param fault why the file could not be taken apart here; mostly nothing follows it
 */
record RecordText(
    String file, long number, long line, Form form, byte[] text, Optional<Finding> fault) {

  /** How a record is written. */
  enum Form {
    XML,
    JSON
  }

  static RecordText of(String file, long number, long line, Form form, byte[] text) {
    return new RecordText(file, number, line, form, text, Optional.empty());
  }

  static RecordText fault(String file, long number, long line, Finding fault) {
    return new RecordText(file, number, line, Form.JSON, new byte[0], Optional.of(fault));
  }
}
