package io.enforcement.gateway.routes.cli.partner;

import io.enforcement.gateway.standards.model.StandardRecord;
import io.enforcement.gateway.standards.validation.Finding;
import java.util.List;

/** Where it is told what came of a file, one record after the other. */
abstract class Outcomes {

  private boolean refused;

  /**
   * What a partner sent has become a record.
   *
   * @param position in the file, from 1
   * @param findings of the standard; the record may be refused by them
   */
  final void read(int position, StandardRecord record, List<Finding> findings) {
    refused |= findings.stream().anyMatch(Finding::refuses);
    tellRead(position, record, findings);
  }

  /** A record has become what a partner receives. */
  final void written(int position, byte[] document) {
    tellWritten(position, document);
  }

  /**
   * Nothing came of it.
   *
   * @param position in the file, from 1; 0 for the file as a whole
   */
  final void refused(int position, List<Finding> findings) {
    refused = true;
    tellRefused(position, findings);
  }

  final boolean anyRefused() {
    return refused;
  }

  abstract void tellRead(int position, StandardRecord record, List<Finding> findings);

  abstract void tellWritten(int position, byte[] document);

  abstract void tellRefused(int position, List<Finding> findings);

  abstract void end();
}
