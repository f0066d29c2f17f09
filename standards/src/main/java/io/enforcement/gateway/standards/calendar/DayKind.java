package io.enforcement.gateway.standards.calendar;

/** What a calendar knows of a day. */
public enum DayKind {
  /** A working day, make-up days included. */
  WORKING,
  /** A day of rest: weekend or holiday. */
  OFF,
  /** The calendar has no data for the year: nobody can say, least of all the weekday. */
  UNKNOWN
}
