package io.enforcement.gateway.routes.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.enforcement.gateway.connectors.Secret;
import io.enforcement.gateway.routes.DataDirectory;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.DeliveryMode;
import jakarta.jms.JMSContext;
import jakarta.jms.Message;
import jakarta.jms.ObjectMessage;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.apache.activemq.artemis.utils.VersionLoader;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.jms.JmsComponent;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class BrokerConfigurationTest {

  static {
    NettyBuffers.allowAll();
  }

  @TempDir Path directory;

  @Test
  void camelCarriesClaimChecksWithoutPersistenceAndWithoutSteeringHeaders() {
    runner()
        .run(
            context -> {
              assertThat(context).hasNotFailed();
              context.getBean(QueueRegistry.class).declare("translate");
              BlockingQueue<Exchange> arrived = new LinkedBlockingQueue<>();
              try (CamelContext camel = new DefaultCamelContext()) {
                camel.addComponent("jms", context.getBean(JmsComponent.class));
                camel.addRoutes(collecting(arrived));
                camel.start();
                Map<String, Object> headers = new HashMap<>();
                headers.put("stage", "translate");
                headers.put("cAmElFileName", "/etc/passwd");
                camel
                    .createProducerTemplate()
                    .sendBodyAndHeaders("jms:queue:translate", "check", headers);

                Exchange exchange = arrived.poll(10, TimeUnit.SECONDS);
                assertThat(exchange).isNotNull();
                assertThat(exchange.getMessage().getBody(String.class)).isEqualTo("check");
                assertThat(exchange.getMessage().getHeader("stage")).isEqualTo("translate");
                assertThat(exchange.getMessage().getHeader("cAmElFileName")).isNull();
                assertThat(exchange.getMessage().getHeader("JMSDeliveryMode"))
                    .isEqualTo(DeliveryMode.NON_PERSISTENT);
              }
            });
  }

  @Test
  void javaObjectsAreNeverReadFromAQueue() {
    runner()
        .run(
            context -> {
              context.getBean(QueueRegistry.class).declare("translate");
              ConnectionFactory connections = context.getBean(ConnectionFactory.class);
              try (JMSContext jms = connections.createContext()) {
                jms.createProducer()
                    .send(jms.createQueue("translate"), jms.createObjectMessage(new HashMap<>()));
                Message message = jms.createConsumer(jms.createQueue("translate")).receive(5_000);
                assertThatThrownBy(((ObjectMessage) message)::getObject)
                    .hasStackTraceContaining("ot trusted");
              }
            });
  }

  @Test
  void anExternalBrokerGetsItsQueuesWhereTheAccountMayCreateThem() {
    try (FarBroker far = FarBroker.open(directory.resolve("far"), password())) {
      runner()
          .withPropertyValues(settings(far))
          .run(
              context -> {
                assertThat(context).hasNotFailed();
                context.getBean(QueueRegistry.class).declare("translate");
                context.getBean(QueueRegistry.class).declare("translate");
                assertThat(far.queues())
                    .containsExactly("gateway.dead-letters", "gateway.expired", "translate");
              });
    }
  }

  @Test
  void aQueueThatAnExternalBrokerLacksAndForbidsIsNamed() {
    try (FarBroker far = FarBroker.closed(directory.resolve("far"), password())) {
      runner()
          .withPropertyValues(settings(far))
          .run(
              context ->
                  assertThat(context)
                      .getFailure()
                      .hasStackTraceContaining("gateway.dead-letters")
                      .hasStackTraceContaining("may not create"));
    }
  }

  @Test
  void anExternalBrokerThatIsAwayIsToldAtOnce() {
    FarBroker far = FarBroker.open(directory.resolve("far"), password());
    far.close();
    runner()
        .withPropertyValues(settings(far))
        .run(
            context ->
                assertThat(context)
                    .getFailure()
                    .hasStackTraceContaining("The broker at gateway.broker.url does not answer"));
  }

  private ApplicationContextRunner runner() {
    return new ApplicationContextRunner()
        .withBean(DataDirectory.class, () -> DataDirectory.open(directory))
        .withBean(SimpleMeterRegistry.class)
        .withUserConfiguration(BrokerConfiguration.class)
        .withPropertyValues(
            "gateway.broker.artemis-version=" + VersionLoader.getVersion().getFullVersion());
  }

  private Secret password() {
    try (DataDirectory data = DataDirectory.open(directory)) {
      return data.generatedSecret("far-broker");
    }
  }

  private static String[] settings(FarBroker far) {
    return new String[] {
      "gateway.broker.url=" + far.url(),
      "gateway.broker.user=" + FarBroker.ACCOUNT,
      "gateway.broker.password-name=far-broker"
    };
  }

  private static RouteBuilder collecting(BlockingQueue<Exchange> arrived) {
    return new RouteBuilder() {
      @Override
      public void configure() {
        from("jms:queue:translate").process(exchange -> arrived.add(exchange.copy()));
      }
    };
  }
}
