package io.enforcement.gateway.standards.rules;

import io.enforcement.gateway.standards.calendar.WorkingCalendar;
import io.enforcement.gateway.standards.codes.Divisions;
import io.enforcement.gateway.standards.register.Registers;

/**
 * What rules look up and an administrator may add to while the program runs. Immutable; any thread.
 *
 * @param calendar the working days, of the country and of regions that have their own
 * @param divisions the administrative divisions
 * @param registers officers and items; of those it does not hold, rules say nothing
 */
public record ReferenceData(WorkingCalendar calendar, Divisions divisions, Registers registers) {

  private static final class Once {
    private static final ReferenceData SHIPPED =
        new ReferenceData(
            WorkingCalendar.of(WorkingCalendar.shipped()), Divisions.shipped(), Registers.none());
  }

  /** What comes with the standard: calendars and divisions, no register. */
  public static ReferenceData shipped() {
    return Once.SHIPPED;
  }
}
