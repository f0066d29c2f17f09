package io.enforcement.gateway.benchmarks.year;

import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;

/**
 * One conversation: what is sent when, and what follows from it by law.
 *
 * @param letters in the order of their days
 */
record Matter(List<Letter> letters, List<Expected> deadlines) {

  /**
   * One document.
   *
   * @param day of the simulated year, from 0, on which it arrives
   * @param id unlike that of any other, and the idempotency key
   * @param xml written when it is sent: a year of them would not fit into memory
   */
  record Letter(int day, String id, Supplier<byte[]> xml) {}

  /**
   * One deadline.
   *
   * @param number of the conversation; stands in the numbers of its documents
   * @param due the first moment after it
   * @param done the last moment at which the answer may have come; null while there is none
   */
  record Expected(long number, String rule, Instant due, Instant done) {

    /** How it stands once everything has arrived. */
    String state() {
      return done == null ? "OPEN" : done.isAfter(due) ? "LATE" : "MET";
    }
  }
}
