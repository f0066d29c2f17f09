package io.enforcement.gateway.standards.calendar;

/** How a limit is counted. The day or hour in which it starts never counts. */
public enum LimitUnit {
  /** Hours from the exact moment (民法典 article 201); they run through days of rest. */
  H,
  /** Hours without the starting hour (刑事诉讼法 article 105): from the next full hour. */
  H_NEXT,
  /** Working days (行政处罚法 article 85). */
  WD,
  /** Calendar days; a last day of rest moves to the next working day (民事诉讼法 article 85). */
  CD,
  /** Months to the corresponding day, or the month's end; rolls like {@link #CD}. */
  MON,
  /** The next such date of a year; it does not move. */
  FIX
}
