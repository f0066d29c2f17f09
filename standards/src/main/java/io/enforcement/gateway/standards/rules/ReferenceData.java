package io.enforcement.gateway.standards.rules;

import io.enforcement.gateway.standards.calendar.WorkingCalendar;
import io.enforcement.gateway.standards.codes.Divisions;

/**
 * What rules look up and an administrator may add to while the program runs. Immutable; any thread.
 *
 * @param calendar the working days, of the country and of regions that have their own
 * @param divisions the administrative divisions
 */
public record ReferenceData(WorkingCalendar calendar, Divisions divisions) {

  private static final class Once {
    private static final ReferenceData SHIPPED =
        new ReferenceData(WorkingCalendar.of(WorkingCalendar.shipped()), Divisions.shipped());
  }

  /** What comes with the standard. */
  public static ReferenceData shipped() {
    return Once.SHIPPED;
  }
}
