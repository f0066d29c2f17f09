package io.enforcement.gateway.routes.broker;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.config.MeterFilter;
import java.util.Map;
import java.util.Set;
import org.apache.activemq.artemis.core.config.MetricsConfiguration;
import org.apache.activemq.artemis.core.server.metrics.ActiveMQMetricsPlugin;

/**
 * The embedded broker's figures under the names that Artemis gives them. Of each queue it has some
 * twenty; those are kept by which somebody sees whether wake-ups and partners' messages move.
 */
final class BrokerMeters implements ActiveMQMetricsPlugin {

  private static final long serialVersionUID = 1L;

  private static final String PREFIX = "artemis.";

  private static final Set<String> KEPT =
      Set.of(
          "artemis.active",
          "artemis.address.memory.usage.percentage",
          "artemis.authentication.count",
          "artemis.connection.count",
          "artemis.consumer.count",
          "artemis.delivering.message.count",
          "artemis.disk.store.usage",
          "artemis.message.count",
          "artemis.messages.acknowledged",
          "artemis.messages.added",
          "artemis.messages.expired",
          "artemis.messages.killed");

  private final transient MeterRegistry meters;

  private BrokerMeters(MeterRegistry meters) {
    this.meters = meters;
  }

  /** A broker that tells this registry; the machine's own figures are there already. */
  static MetricsConfiguration of(MeterRegistry meters) {
    return new MetricsConfiguration()
        .setPlugin(new BrokerMeters(meters))
        .setJvmMemory(false)
        .setSecurityCaches(false);
  }

  /** Lets only those through. */
  static MeterFilter few() {
    return MeterFilter.deny(id -> id.getName().startsWith(PREFIX) && !KEPT.contains(id.getName()));
  }

  @Override
  public ActiveMQMetricsPlugin init(Map<String, String> options) {
    return this;
  }

  @Override
  public MeterRegistry getRegistry() {
    return meters;
  }
}
