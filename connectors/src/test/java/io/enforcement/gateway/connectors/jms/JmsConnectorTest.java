package io.enforcement.gateway.connectors.jms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.enforcement.gateway.connectors.ConnectorSettings;
import io.enforcement.gateway.connectors.Dispatch;
import io.enforcement.gateway.connectors.Outcome;
import io.enforcement.gateway.connectors.Secret;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One message per delivery on a real broker, and the broker's own answer as the outcome. */
class JmsConnectorTest {

  private static PartnerBroker broker;

  @BeforeAll
  static void start(@TempDir Path directory) {
    broker = PartnerBroker.start(directory);
  }

  @AfterAll
  static void stop() {
    broker.close();
  }

  @BeforeEach
  void empty() throws Exception {
    broker.take(PartnerBroker.QUEUE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"core", "amqp"})
  void putsTheBytesOnTheQueueWithTheirKey(String protocol) throws Exception {
    try (JmsConnector connector = connector(protocol, PartnerBroker.QUEUE)) {
      Dispatch dispatch = dispatch("{\"act\":\"罚\"}");

      assertThat(connector.send(dispatch)).isInstanceOf(Outcome.Accepted.class);

      assertThat(broker.take(PartnerBroker.QUEUE))
          .containsExactly(
              new PartnerBroker.Found(
                  dispatch.key(),
                  "application/json",
                  "penalty-decision",
                  null,
                  null,
                  "{\"act\":\"罚\"}"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"core", "amqp"})
  void putsTextWhereThePartnerWantsText(String protocol) throws Exception {
    Map<String, String> text = Map.of("message", "text");
    try (JmsConnector connector =
        new JmsConnector(broker.settings(protocol, PartnerBroker.QUEUE, text))) {
      connector.send(dispatch("罚"));

      assertThat(broker.take(PartnerBroker.QUEUE))
          .extracting(PartnerBroker.Found::body)
          .containsExactly("罚");
    }
  }

  /** Effect class A: the broker itself drops what it has by this key. */
  @ParameterizedTest
  @ValueSource(strings = {"core", "amqp"})
  void repeatingHasNoSecondEffect(String protocol) throws Exception {
    Dispatch dispatch = dispatch("once");
    try (JmsConnector connector = connector(protocol, PartnerBroker.QUEUE)) {
      connector.send(dispatch);

      assertThat(connector.send(dispatch)).isInstanceOf(Outcome.Accepted.class);

      assertThat(broker.take(PartnerBroker.QUEUE)).hasSize(1);
    }
  }

  /** The broker would make the queue for us, and the message would lie there for nobody. */
  @Test
  void aQueueThatIsNotThereIsRefusedAndNotMade() {
    try (JmsConnector connector = connector("core", "decisons")) {
      assertThat(connector.send(dispatch("lost")))
          .isEqualTo(OutcomeTable.noQueue())
          .isInstanceOf(Outcome.Refused.class);
      assertThat(broker.hasQueue("decisons")).isFalse();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"core", "amqp"})
  void aQueueThatIsNotOursIsRefused(String protocol) {
    try (JmsConnector connector = connector(protocol, PartnerBroker.FORBIDDEN)) {
      assertThat(connector.send(dispatch("x"))).isInstanceOf(Outcome.Refused.class);
      assertThat(broker.count(PartnerBroker.FORBIDDEN)).isZero();
    }
  }

  /** Over AMQP a broker that is full gives no credit, which looks like no answer. */
  @ParameterizedTest
  @CsvSource({"core,Unavailable", "amqp,Ambiguous"})
  void aFullQueueIsTriedAgainLater(String protocol, String expected) {
    Map<String, String> hasty = Map.of("request-timeout", "PT1S");
    try (JmsConnector connector =
        new JmsConnector(broker.settings(protocol, PartnerBroker.FULL, hasty))) {
      Outcome outcome = connector.send(dispatch("first"));
      for (int i = 0; i < 3 && outcome instanceof Outcome.Accepted; i++) {
        outcome = connector.send(dispatch("more"));
      }
      assertThat(outcome.getClass().getSimpleName()).isEqualTo(expected);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"core", "amqp"})
  void aBrokerMayGoAndComeBack(String protocol) throws Exception {
    try (JmsConnector connector = connector(protocol, PartnerBroker.QUEUE)) {
      assertThat(connector.send(dispatch("before"))).isInstanceOf(Outcome.Accepted.class);
      broker.stop();
      assertThat(connector.send(dispatch("away"))).isInstanceOf(Outcome.Unavailable.class);
      broker.start();

      assertThat(connector.send(dispatch("back"))).isInstanceOf(Outcome.Accepted.class);
      assertThat(broker.take(PartnerBroker.QUEUE))
          .extracting(PartnerBroker.Found::body)
          .containsExactly("before", "back");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"core", "amqp"})
  void aWrongPasswordIsNotTheMessagesFault(String protocol) {
    Map<String, String> wrong = Map.of("credentials", "wrong");
    try (JmsConnector connector =
        new JmsConnector(broker.settings(protocol, PartnerBroker.QUEUE, wrong))) {
      Outcome outcome = connector.send(dispatch("x"));

      assertThat(outcome).isInstanceOf(Outcome.Unavailable.class);
      assertThat(outcome.reason()).isEqualTo("the broker does not let us in");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"core", "amqp"})
  void bothSidesShowTheirCertificates(String protocol, @TempDir Path directory) {
    Certificates its = Certificates.of(directory, "its");
    Certificates ours = Certificates.of(directory, "ours");
    Map<String, String> trusting =
        Map.of("trust-store", its.trustStore().toString(), "trust-store-password", "stores");
    Map<String, String> known = new HashMap<>(trusting);
    known.put("key-store", ours.keyStore().toString());
    known.put("key-store-password", "stores");
    try (PartnerBroker secure =
        PartnerBroker.startWithTls(directory.resolve("broker"), its, ours)) {
      assertThat(sentTo(secure.settings(protocol, PartnerBroker.QUEUE, known)))
          .isInstanceOf(Outcome.Accepted.class);
      assertThat(sentTo(secure.settings(protocol, PartnerBroker.QUEUE, trusting)))
          .as("without our certificate")
          .isInstanceOf(Outcome.Unavailable.class);
      known.put("trust-store", ours.trustStore().toString());
      assertThat(sentTo(secure.settings(protocol, PartnerBroker.QUEUE, known)))
          .as("to a broker that nobody vouches for")
          .isInstanceOf(Outcome.Unavailable.class);
    }
  }

  @Test
  void namesTheSettingThatIsWrong() {
    assertWrong("broker", "tcp://host:1?ha=true", "broker is not tcp://host:port");
    assertWrong("broker", "vm://1", "broker is not tcp://host:port");
    assertWrong("broker", "tcp://user:word@host:1", "broker is not tcp://host:port");
    assertWrong("allowed", "other.example:61616", "broker is not in the setting allowed");
    assertWrong("queue", "a?b", "queue is not a plain name");
    assertWrong("protocol", "stomp", "protocol is neither core nor amqp");
    assertWrong("message", "object", "message is neither bytes nor text");
    assertWrong("trust-store", "/nowhere.p12", "trust-store cannot be opened");
  }

  private static void assertWrong(String name, String value, String what) {
    Map<String, String> values = new HashMap<>();
    values.put("broker", "tcp://partner.example:61616");
    values.put("queue", "decisions");
    values.put("trust-store-password", "stores");
    values.put(name, value);
    ConnectorSettings settings =
        new ConnectorSettings("court", values, secret -> new Secret("invented"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new JmsConnector(settings))
        .withMessageStartingWith("partner court: setting " + what);
  }

  private static Outcome sentTo(ConnectorSettings settings) {
    try (JmsConnector connector = new JmsConnector(settings)) {
      return connector.send(dispatch("x"));
    }
  }

  private static JmsConnector connector(String protocol, String queue) {
    return new JmsConnector(
        broker.settings(protocol, queue, Map.of("content-type", "application/json")));
  }

  private static Dispatch dispatch(String body) {
    return new Dispatch(
        UUID.randomUUID().toString(), "penalty-decision", body.getBytes(StandardCharsets.UTF_8));
  }
}
