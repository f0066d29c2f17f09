/**
 * When a limit ends: working days of the State Council's yearly notices with a layer for regions,
 * and the arithmetic of hours, working days, calendar days, months and fixed dates.
 *
 * <p>It must not know which duty a limit belongs to, nor guess: a year without a notice gives an
 * answer that says so. Start reading at {@link
 * io.enforcement.gateway.standards.calendar.WorkingCalendar}, then {@link
 * io.enforcement.gateway.standards.calendar.Limit}.
 */
package io.enforcement.gateway.standards.calendar;
