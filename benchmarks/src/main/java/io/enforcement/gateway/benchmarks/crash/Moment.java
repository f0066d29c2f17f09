package io.enforcement.gateway.benchmarks.crash;

/** A point in a message's way at which a kill can be aimed, as seen from outside. */
public enum Moment {
  /** A request has been sent and is not yet answered. */
  INTAKE,
  /** A message has just been acknowledged and has reached no receiver. */
  TRANSLATION,
  /** A delivery has just arrived at a receiver, which has not answered. */
  ATTEMPTING,
  /** Half of a file has been sent. */
  UPLOADING,
  /** The last byte of a file has been sent, and no answer has come: on disk, or committed. */
  UPLOADED,
  /** A receiver has just answered; whether the gateway has noted it shows after the restart. */
  ANSWERED,
  /** Whatever happens then. */
  ANY
}
