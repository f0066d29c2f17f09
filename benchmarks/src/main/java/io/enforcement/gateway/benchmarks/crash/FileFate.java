package io.enforcement.gateway.benchmarks.crash;

/** What can be said of a file, by the far side that saw it. */
enum FileFate {
  /** Handed over, or begun. */
  SENT,
  /** The transfer ended without an answer: nobody was told anything. */
  CUT,
  /** Of a file that was cut the gateway held a part, and the sender brought the rest. */
  RESUMED,
  /** Of a file that was cut the gateway said that it has all of it. */
  FOUND_WHOLE,
  /** Of a file that was cut the gateway said that it holds more than ever left the sender. */
  OVERSTATED,
  /** The rest of a file was brought, and the gateway said that the whole is something else. */
  NOT_RESUMABLE,
  /** The sender was told that the gateway has the file. */
  UPLOADED,
  /** The sender has its receipt for the notice that names the file. */
  ACKNOWLEDGED,
  /** The receiver was given the notice again, as if it were another. */
  TOLD_TWICE,
  /** The entitled receiver has the very bytes. */
  FETCHED,
  /** The gateway took the receiver's confirmation. */
  CONFIRMED,
  /** The very bytes are still there after the last start. */
  KEPT,
  /** The entitled receiver got a whole answer with other bytes. */
  SPOILT,
  /** Somebody got a file that is none of its business. */
  LEAKED
}
