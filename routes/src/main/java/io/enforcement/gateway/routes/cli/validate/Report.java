package io.enforcement.gateway.routes.cli.validate;

import io.enforcement.gateway.standards.file.FileCheck.Checked;

/** Where the findings go, as they come: nothing is kept but what the form needs. */
interface Report {

  /** Of every record, those without findings too. */
  void tell(Checked checked);

  /** Once, after the last record. */
  void end(Tally tally);
}
