package io.enforcement.gateway.standards.codes;

/** What {@link Divisions} knows of a code on a day. */
public enum DivisionKnowledge {
  /** The code is in the table and in force. */
  KNOWN,
  /**
   * The table does not go this deep: a township outside Ningxia whose county is in force, or a
   * village whose township or county is. The last digits may be anything.
   */
  KNOWN_ABOVE,
  /** The code, or the division above it that the table has, is known but not of this day. */
  NOT_IN_FORCE,
  /** The table should have the code and has it not, or it is no division code at all. */
  UNKNOWN
}
