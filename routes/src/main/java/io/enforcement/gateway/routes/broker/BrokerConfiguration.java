package io.enforcement.gateway.routes.broker;

import io.enforcement.gateway.connectors.Secret;
import io.enforcement.gateway.routes.CannotStart;
import io.enforcement.gateway.routes.DataDirectory;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.config.MeterFilter;
import jakarta.jms.ConnectionFactory;
import java.util.Map;
import java.util.Optional;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.apache.activemq.artemis.utils.VersionLoader;
import org.apache.camel.component.jms.JmsComponent;
import org.apache.camel.component.jms.JmsConfiguration;
import org.messaginghub.pooled.jms.JmsPoolConnectionFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.annotation.Primary;

/** The broker, its pooled connections and Camel's {@code jms} component. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(BrokerSettings.class)
public class BrokerConfiguration {

  /**
   * The client pauses after a failed connect with its lock held, 2 s by default; all consumers
   * stand in line behind that, and they pause of their own accord.
   */
  private static final long PAUSE_AFTER_FAILURE = 1;

  /** A broker that hangs must not hold a worker for the default of 30 s. */
  private static final long LONGEST_CALL = 5_000;

  static {
    NettyBuffers.allowAll();
  }

  /** Lazy: with an external broker nobody asks for it, and nothing is started. */
  @Bean
  @Lazy
  EmbeddedBroker embeddedBroker(
      DataDirectory data,
      BrokerSettings settings,
      BrokerGuard guard,
      Optional<AmqpListener> amqpListener,
      MeterRegistry meters) {
    requireTestedVersion(settings.artemisVersion());
    return EmbeddedBroker.start(
        data.path().resolve("broker"),
        data.generatedSecret("broker-password"),
        settings.journalSync(),
        guard,
        amqpListener,
        meters);
  }

  @Bean
  static MeterFilter brokerMeterFilter() {
    return BrokerMeters.few();
  }

  /** The door for partners, where the site has named a port. */
  @Bean
  @ConditionalOnProperty("gateway.broker.amqp.port")
  AmqpListener amqpListener(BrokerSettings settings, DataDirectory data) {
    if (!settings.isEmbedded()) {
      throw new CannotStart("gateway.broker.amqp.port is for the embedded broker only.");
    }
    if (!settings.journalSync()) {
      throw new CannotStart(
          "gateway.broker.amqp.port needs gateway.broker.journal-sync: partners' messages lie there.");
    }
    return AmqpListener.of(settings.amqp(), name -> secret(data, name, "gateway.broker.amqp"));
  }

  @Bean
  BrokerGuard brokerGuard(DataDirectory data, Optional<AmqpListener> amqpListener) {
    return new BrokerGuard(
        EmbeddedBroker.USER,
        data.generatedSecret("broker-password"),
        amqpListener
            .map(AmqpListener::certificates)
            .orElseGet(() -> new PartnerCertificates(Map.of())));
  }

  /** Unpooled, for those who hold one connection for long. */
  @Bean
  ActiveMQConnectionFactory brokerConnections(
      BrokerSettings settings, DataDirectory data, ObjectProvider<EmbeddedBroker> embedded) {
    ActiveMQConnectionFactory factory =
        settings.isEmbedded() ? toEmbedded(embedded.getObject()) : toExternal(settings, data);
    // No Java objects on any queue: nothing may be deserialised.
    factory.setDeserializationAllowList("");
    factory.setDeserializationDenyList("*");
    factory.setBlockOnDurableSend(true);
    factory.setBlockOnNonDurableSend(false);
    return factory;
  }

  /** Pooled: a raw factory would open two sessions per send. */
  @Bean(initMethod = "start", destroyMethod = "stop")
  @Primary
  JmsPoolConnectionFactory pooledBrokerConnections(ActiveMQConnectionFactory brokerConnections) {
    JmsPoolConnectionFactory pool = new JmsPoolConnectionFactory();
    pool.setConnectionFactory(brokerConnections);
    pool.setMaxConnections(2);
    pool.setMaxSessionsPerConnection(500);
    pool.setUseAnonymousProducers(true);
    return pool;
  }

  @Bean
  QueueRegistry queueRegistry(
      BrokerSettings settings,
      ActiveMQConnectionFactory brokerConnections,
      ObjectProvider<EmbeddedBroker> embedded) {
    QueueRegistry queues =
        settings.isEmbedded()
            ? new EmbeddedQueues(embedded.getObject())
            : new ExternalQueues(brokerConnections);
    queues.declareKept(QueueRegistry.DEAD_LETTERS);
    queues.declareKept(QueueRegistry.EXPIRED);
    return queues;
  }

  /**
   * Camel's component for claim checks: wake-ups that may be lost or come twice, hence neither
   * transactions nor persistence; attempts are counted in the store.
   */
  @Bean
  JmsComponent jms(ConnectionFactory pooledBrokerConnections) {
    JmsConfiguration configuration = new JmsConfiguration(pooledBrokerConnections);
    configuration.setTransacted(false);
    configuration.setLazyCreateTransactionManager(false);
    configuration.setAcknowledgementModeName("DUPS_OK_ACKNOWLEDGE");
    configuration.setCacheLevelName("CACHE_CONSUMER");
    configuration.setDeliveryPersistent(false);
    configuration.setDisableReplyTo(true);
    configuration.setObjectMessageEnabled(false);
    configuration.setTestConnectionOnStartup(true);
    configuration.setRecoveryInterval(500);
    JmsComponent component = new JmsComponent(configuration);
    component.setHeaderFilterStrategy(new ClaimCheckHeaders());
    return component;
  }

  /** Part of liveness: a process whose broker is gone carries nothing and should be restarted. */
  @Bean
  HealthIndicator brokerHealthIndicator(
      BrokerSettings settings, ObjectProvider<EmbeddedBroker> embedded) {
    return () ->
        !settings.isEmbedded() || embedded.getObject().isAlive()
            ? Health.up().build()
            : Health.down().build();
  }

  /**
   * Another library may silently bring another Artemis; the crash tests speak only for this one.
   */
  static void requireTestedVersion(String tested) {
    String found = VersionLoader.getVersion().getFullVersion();
    if (!found.equals(tested)) {
      throw new CannotStart(
          "Artemis " + found + " is on the class path; this build was tested with " + tested + ".");
    }
  }

  private static Secret secret(DataDirectory data, String name, String setting) {
    return data.secret(name)
        .orElseThrow(
            () ->
                new CannotStart(
                    setting
                        + " names the secret "
                        + name
                        + ", which is neither in the environment nor in secrets/."));
  }

  private static ActiveMQConnectionFactory toEmbedded(EmbeddedBroker broker) {
    return new ActiveMQConnectionFactory(
        broker.url(), EmbeddedBroker.USER, broker.password().reveal());
  }

  private static ActiveMQConnectionFactory toExternal(BrokerSettings settings, DataDirectory data) {
    if (settings.user() == null || settings.passwordName() == null) {
      throw new CannotStart(
          "gateway.broker.url needs gateway.broker.user and gateway.broker.password-name.");
    }
    Secret password = secret(data, settings.passwordName(), "gateway.broker.password-name");
    ActiveMQConnectionFactory factory =
        new ActiveMQConnectionFactory(settings.url(), settings.user(), password.reveal());
    factory.setRetryInterval(PAUSE_AFTER_FAILURE);
    factory.setCallTimeout(LONGEST_CALL);
    return factory;
  }
}
