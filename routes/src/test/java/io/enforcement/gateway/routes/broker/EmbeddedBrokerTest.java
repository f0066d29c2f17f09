package io.enforcement.gateway.routes.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.enforcement.gateway.connectors.Secret;
import io.enforcement.gateway.routes.CannotStart;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jakarta.jms.JMSConsumer;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.JMSRuntimeException;
import jakarta.jms.JMSSecurityRuntimeException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.apache.activemq.artemis.utils.VersionLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;

class EmbeddedBrokerTest {

  private static final Secret PASSWORD = new Secret("invented-for-this-test");

  @TempDir Path temporary;

  @Test
  void carriesAWakeUpOnADeclaredQueue() {
    try (EmbeddedBroker broker = start();
        JMSContext jms = connections(broker).createContext()) {
      declare(broker, "translate");
      declare(broker, "translate");

      assertThat(sentAndReceived(jms, "translate")).isEqualTo("wake");
      assertThat(broker.isAlive()).isTrue();
      assertThat(broker.server().getConfiguration().getAcceptorConfigurations()).hasSize(1);
    }
  }

  @Test
  void refusesAQueueThatNobodyDeclared() {
    try (EmbeddedBroker broker = start();
        JMSContext jms = connections(broker).createContext()) {
      assertThatThrownBy(() -> jms.createProducer().send(jms.createQueue("forgotten"), "wake"))
          .isInstanceOf(JMSRuntimeException.class)
          .hasMessageContaining("no queue with name forgotten");
    }
  }

  @Test
  void refusesStrangersAndKeepsManagementClosed() {
    try (EmbeddedBroker broker = start();
        ActiveMQConnectionFactory stranger =
            new ActiveMQConnectionFactory(broker.url(), "gateway", "wrong")) {
      assertThatThrownBy(stranger::createContext).isInstanceOf(JMSSecurityRuntimeException.class);
      try (JMSContext jms = connections(broker).createContext()) {
        assertThatThrownBy(
                () -> jms.createProducer().send(jms.createQueue("activemq.management"), "x"))
            .hasRootCauseInstanceOf(
                org.apache.activemq.artemis.api.core.ActiveMQSecurityException.class);
      }
    }
  }

  @Test
  void keepsTheNewestWakeUpsWhenNobodyListens() {
    try (EmbeddedBroker broker = start();
        JMSContext jms = connections(broker).createContext()) {
      declare(broker, "out.slow");
      for (int i = 0; i < QueueRegistry.RING_SIZE + 200; i++) {
        jms.createProducer().send(jms.createQueue("out.slow"), "wake");
      }
      // The ring drops its oldest on a thread of the broker, a moment after the newest came.
      await()
          .atMost(Duration.ofSeconds(10))
          .untilAsserted(
              () ->
                  assertThat(
                          broker
                              .server()
                              .locateQueue(SimpleString.of("out.slow"))
                              .getMessageCount())
                      .isEqualTo(QueueRegistry.RING_SIZE));
    }
  }

  @Test
  void readsItsOwnDirectoryAgain() {
    try (EmbeddedBroker first = start()) {
      declare(first, "translate");
    }
    try (EmbeddedBroker second = start()) {
      assertThat(second.server().locateQueue(SimpleString.of("translate"))).isNotNull();
    }
    assertThat(temporary.resolve("broker.damaged")).doesNotExist();
  }

  @Test
  void startsOnADirectoryThatWasDeleted() {
    start().close();
    assertThat(FileSystemUtils.deleteRecursively(directory().toFile())).isTrue();

    assertThatCode(this::assertThatItWorks).doesNotThrowAnyException();
  }

  @Test
  void startsOnADamagedDirectory() throws IOException {
    try (EmbeddedBroker broker = start()) {
      declare(broker, "translate");
    }
    for (Path file : files(directory())) {
      Files.write(file, new byte[] {1, 2, 3});
    }
    assertThatCode(this::assertThatItWorks).doesNotThrowAnyException();
  }

  @Test
  void startsWhenAFileLiesInTheDirectorysPlace() throws IOException {
    Files.writeString(directory(), "not a directory");

    assertThatCode(this::assertThatItWorks).doesNotThrowAnyException();
  }

  @Test
  void refusesAnArtemisThatWasNotTested() {
    String found = VersionLoader.getVersion().getFullVersion();

    BrokerConfiguration.requireTestedVersion(found);
    assertThatThrownBy(() -> BrokerConfiguration.requireTestedVersion("1.0.0"))
        .isInstanceOf(CannotStart.class)
        .hasMessageContaining(found);
  }

  private void assertThatItWorks() {
    try (EmbeddedBroker broker = start();
        JMSContext jms = connections(broker).createContext()) {
      declare(broker, "translate");
      assertThat(sentAndReceived(jms, "translate")).isEqualTo("wake");
    }
  }

  private EmbeddedBroker start() {
    BrokerGuard guard =
        new BrokerGuard(EmbeddedBroker.USER, PASSWORD, new PartnerCertificates(Map.of()));
    return EmbeddedBroker.start(
        directory(), PASSWORD, true, guard, Optional.empty(), new SimpleMeterRegistry());
  }

  private Path directory() {
    return temporary.resolve("broker");
  }

  private static List<Path> files(Path directory) throws IOException {
    try (Stream<Path> paths = Files.walk(directory)) {
      return paths.filter(Files::isRegularFile).toList();
    }
  }

  private static void declare(EmbeddedBroker broker, String queue) {
    new EmbeddedQueues(broker).declare(queue);
  }

  private static String sentAndReceived(JMSContext jms, String queue) {
    jms.createProducer().send(jms.createQueue(queue), "wake");
    try (JMSConsumer consumer = jms.createConsumer(jms.createQueue(queue))) {
      return consumer.receive(5_000).getBody(String.class);
    } catch (JMSException e) {
      throw new AssertionError(e);
    }
  }

  private static ActiveMQConnectionFactory connections(EmbeddedBroker broker) {
    return new ActiveMQConnectionFactory(
        broker.url(), EmbeddedBroker.USER, broker.password().reveal());
  }
}
