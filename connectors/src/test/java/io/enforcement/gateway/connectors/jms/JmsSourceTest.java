package io.enforcement.gateway.connectors.jms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.enforcement.gateway.connectors.Source;
import io.enforcement.gateway.connectors.Source.Unreachable;
import io.enforcement.gateway.connectors.Source.Verdict;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Messages of a partner's queue are acknowledged after the taker, never before. */
class JmsSourceTest {

  private static PartnerBroker broker;

  private final List<String> taken = new ArrayList<>();

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
    for (String queue : List.of(PartnerBroker.QUEUE, PartnerBroker.ASIDE, PartnerBroker.DEAD)) {
      broker.take(queue);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"core", "amqp"})
  void takesInOrderAtMostSoManyAndAcknowledges(String protocol) throws Exception {
    for (int i = 1; i <= 3; i++) {
      broker.putText(PartnerBroker.QUEUE, "k" + i, "罚" + i);
    }
    try (Source source = source(protocol)) {
      assertThat(source.poll(2, this::take)).isEqualTo(2);
      assertThat(taken).containsExactly("k1=罚1", "k2=罚2");
      assertThat(source.poll(10, this::take)).isEqualTo(1);
      assertThat(source.poll(10, this::take)).isZero();
    }
    assertThat(broker.count(PartnerBroker.QUEUE)).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"core", "amqp"})
  void withoutAKeyTheMessagesOwnIdIsItsName(String protocol) throws Exception {
    broker.put(PartnerBroker.QUEUE, jms -> jms.createTextMessage("x"));
    try (Source source = source(protocol)) {
      source.poll(10, this::take);
    }
    assertThat(taken).singleElement().asString().matches("ID:.{10,}=x");
  }

  /** However long our side is away, the partner's broker does not lose patience with it. */
  @ParameterizedTest
  @ValueSource(strings = {"core", "amqp"})
  void forLaterItStaysAndIsNotCounted(String protocol) throws Exception {
    broker.putText(PartnerBroker.QUEUE, "k1", "x");
    broker.putText(PartnerBroker.QUEUE, "k2", "y");
    try (Source source = source(protocol)) {
      for (int i = 0; i < PartnerBroker.DELIVERIES + 2; i++) {
        assertThat(source.poll(10, item -> Verdict.LATER)).isZero();
      }
      assertThat(source.poll(10, this::take)).isEqualTo(2);
    }
    assertThat(taken).containsExactly("k1=x", "k2=y");
  }

  @ParameterizedTest
  @ValueSource(strings = {"core", "amqp"})
  void aTakerThatFailsTimeAndAgainIsCountedByTheBroker(String protocol) throws Exception {
    broker.putText(PartnerBroker.QUEUE, "poison", "x");
    try (Source source = source(protocol)) {
      for (int i = 0; i < PartnerBroker.DELIVERIES; i++) {
        assertThatThrownBy(
                () ->
                    source.poll(
                        10,
                        item -> {
                          throw new IllegalStateException("cannot be kept");
                        }))
            .hasMessage("cannot be kept");
      }
      await().until(() -> broker.count(PartnerBroker.DEAD) == 1);
      assertThat(source.poll(10, this::take)).isZero();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"core", "amqp"})
  void otherContentUnderTheSameKeyIsPutAside(String protocol) throws Exception {
    broker.putText(PartnerBroker.QUEUE, "k1", "x".repeat(300_000));
    try (Source source = source(protocol)) {
      assertThat(source.poll(10, item -> Verdict.CONFLICT)).isEqualTo(1);
    }
    assertThat(broker.take(PartnerBroker.ASIDE))
        .containsExactly(
            new PartnerBroker.Found(
                "k1", null, null, PartnerBroker.QUEUE, "the key came before", "x".repeat(300_000)));
    assertThat(broker.count(PartnerBroker.QUEUE)).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"core", "amqp"})
  void whatIsNoTextAndNoBytesOrTooLargeIsPutAside(String protocol) throws Exception {
    broker.put(PartnerBroker.QUEUE, jms -> jms.createStreamMessage());
    broker.put(PartnerBroker.QUEUE, jms -> jms.createMapMessage());
    broker.putText(PartnerBroker.QUEUE, "large", "x".repeat(200_001));
    broker.putText(PartnerBroker.QUEUE, "k1", "x");
    try (Source source =
        new JmsSource(
            broker.settings(protocol, PartnerBroker.QUEUE, Map.of("max-bytes", "200000")))) {
      assertThat(source.poll(10, this::take)).isEqualTo(4);
    }
    assertThat(taken).containsExactly("k1=x");
    assertThat(broker.take(PartnerBroker.ASIDE))
        .extracting(PartnerBroker.Found::reason)
        .containsExactly(
            "it is neither a text nor a bytes message",
            "it is neither a text nor a bytes message",
            "it is larger than 200000 bytes");
  }

  @ParameterizedTest
  @ValueSource(strings = {"core", "amqp"})
  void aBrokerMayGoAndComeBack(String protocol) throws Exception {
    try (Source source = source(protocol)) {
      source.poll(10, this::take);
      broker.stop();
      assertThatThrownBy(() -> source.poll(10, this::take)).isInstanceOf(Unreachable.class);
      broker.start();
      broker.putText(PartnerBroker.QUEUE, "k1", "x");

      assertThat(source.poll(10, this::take)).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"core", "amqp"})
  void aQueueThatIsNotThereOrNotOursIsToldAsSuch(String protocol) {
    try (Source forbidden =
        new JmsSource(broker.settings(protocol, PartnerBroker.FORBIDDEN, Map.of()))) {
      assertThatThrownBy(() -> forbidden.poll(10, this::take))
          .isInstanceOf(Unreachable.class)
          .hasMessage("the broker does not let us in");
    }
  }

  private Verdict take(Source.Item item) {
    taken.add(item.name() + "=" + new String(item.body(), StandardCharsets.UTF_8));
    return Verdict.TAKEN;
  }

  private static Source source(String protocol) {
    return new JmsSource(broker.settings(protocol, PartnerBroker.QUEUE, Map.of()));
  }
}
