package io.enforcement.gateway.standards.rules.book;

import io.enforcement.gateway.standards.model.StandardRecord;
import java.time.LocalDate;

/**
 * Rules of one record that look at several fields at once. Pure; any thread.
 *
 * @param <R> the record they judge
 */
@FunctionalInterface
public interface RecordRules<R extends StandardRecord> {

  /**
   * Says all that is wrong, not the first only. Anything may be absent: what must be there is the
   * schema's to say.
   *
   * @param today the day against which dates are judged
   */
  void check(R record, LocalDate today, Findings findings);
}
