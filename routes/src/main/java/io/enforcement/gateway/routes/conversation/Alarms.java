package io.enforcement.gateway.routes.conversation;

import io.enforcement.gateway.routes.store.DeadlineStore.HeldDeadline;
import io.enforcement.gateway.routes.store.DeadlineStore.Unknown;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * What is done when a deadline comes due or is over. Nothing that is told here names a person or
 * what a document says. Thread-safe.
 */
@Component
class Alarms {

  private static final Logger LOG = LoggerFactory.getLogger(Alarms.class);

  private final MeterRegistry meters;
  private final Notices notices;

  Alarms(MeterRegistry meters, Notices notices) {
    this.meters = meters;
    this.notices = notices;
  }

  // The notice first: where it cannot leave, the alarm is raised again, and once only.
  void soon(HeldDeadline deadline) {
    notices.dueSoon(deadline);
    LOG.info(
        "deadline {} of conversation {} is due at {}",
        deadline.rule(),
        deadline.conversation(),
        deadline.dueAt());
    count("soon", deadline.rule());
  }

  void overdue(HeldDeadline deadline) {
    notices.overdue(deadline);
    LOG.warn(
        "deadline {} of conversation {} is overdue since {}",
        deadline.rule(),
        deadline.conversation(),
        deadline.dueAt());
    count("overdue", deadline.rule());
  }

  /**
   * @param first of the deadlines that wait for it
   */
  void noCalendar(Unknown unknown, Optional<HeldDeadline> first) {
    int year = unknown.year();
    first.ifPresent(deadline -> notices.calendarMissing(deadline, year));
    LOG.warn(
        "there is no working-day calendar of {} for region {}: deadlines that end in it are"
            + " provisional. Put cn-{}.csv into the reference folder",
        year,
        unknown.region(),
        year);
    count("provisional", Integer.toString(year));
  }

  private void count(String what, String rule) {
    meters.counter("gateway.deadlines." + what, "rule", rule).increment();
  }
}
