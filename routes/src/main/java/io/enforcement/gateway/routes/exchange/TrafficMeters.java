package io.enforcement.gateway.routes.exchange;

import io.enforcement.gateway.connectors.Outcome;
import io.enforcement.gateway.routes.store.Reception;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Meter.MeterProvider;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Locale;
import org.springframework.stereotype.Component;

/**
 * Counts what comes in and what goes out, by partner and exchange: both are names of this gateway's
 * own settings, never what somebody sent. Thread-safe.
 */
@Component
class TrafficMeters {

  private final MeterProvider<Counter> messages;
  private final MeterProvider<Timer> attempts;

  TrafficMeters(MeterRegistry meters) {
    messages =
        Counter.builder("gateway.messages").description("what was brought").withRegistry(meters);
    attempts =
        Timer.builder("gateway.delivery.attempts")
            .description("attempts to deliver, and how long the receiver took")
            .serviceLevelObjectives(
                Duration.ofMillis(10),
                Duration.ofMillis(100),
                Duration.ofSeconds(1),
                Duration.ofSeconds(10))
            .withRegistry(meters);
  }

  /** Something was taken in, came again, or came under a key that was used. */
  void taken(Reception reception) {
    messages
        .withTags(
            "partner",
            reception.sender(),
            "exchange",
            reception.exchange(),
            "result",
            word(reception.kind().name()))
        .increment();
  }

  /**
   * An attempt was made.
   *
   * @param nanos until the receiver had answered, or nobody waited any more
   */
  void attempted(String receiver, String exchange, Outcome outcome, long nanos) {
    attempts
        .withTags(
            "receiver",
            receiver,
            "exchange",
            exchange,
            "outcome",
            word(outcome.getClass().getSimpleName()))
        .record(Duration.ofNanos(nanos));
  }

  private static String word(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
