package io.enforcement.gateway.routes.story;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.enforcement.gateway.routes.sandbox.farside.Behaviour;
import io.enforcement.gateway.routes.sandbox.farside.Behaviour.Kind;
import io.enforcement.gateway.routes.sandbox.farside.Ledger.Event;
import io.enforcement.gateway.routes.story.RestReceiver.Manner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Nobody knows whether the receiver has it. What happens next depends on what the receiver can do
 * when it is called over HTTP: deduplicate (A), be asked (B), neither (C).
 */
@Story
class AmbiguousOutcomeTest {

  private final StoryGateway gateway;
  private final Desk housing;

  AmbiguousOutcomeTest(StoryGateway gateway) {
    this.gateway = gateway;
    this.housing = gateway.housing();
  }

  /** Ways in which a receiver does the work and the gateway does not hear of it. */
  enum Doubt {
    FAILS_AFTER_THE_WORK,
    ANSWER_IS_LOST,
    ANSWERS_TOO_LATE
  }

  @ParameterizedTest
  @EnumSource(Doubt.class)
  void classAHasOneEffectBecauseItKnowsTheKeyAgain(Doubt doubt) {
    int lost = gateway.wireTo("publicity").lost();
    switch (doubt) {
      case FAILS_AFTER_THE_WORK ->
          gateway.publicity().behave(Behaviour.of(Kind.ERROR_500_AFTER_WORK));
      case ANSWERS_TOO_LATE -> gateway.publicity().behave(Behaviour.slow(3_000));
      case ANSWER_IS_LOST -> gateway.wireTo("publicity").losesTheAnswerTo("POST ");
    }
    Reply receipt = housing.sends(Paper.decision());
    gateway.eventually(
        () -> assertThat(housing.looksUp(receipt).trail("publicity")).contains("RETRY_AT"));

    gateway.publicity().behave(Behaviour.ok());

    gateway.eventually(
        () -> assertThat(housing.looksUp(receipt).delivery("publicity")).isEqualTo("DELIVERED"));
    String key = housing.looksUp(receipt).key("publicity");
    assertThat(gateway.publicity().ledger().keys(Event.ARRIVED)).containsEntry(key, 1);
    gateway.eventually(
        () -> assertThat(gateway.publicity().ledger().keys(Event.ARRIVED_AGAIN)).containsKey(key));
    assertThat(gateway.wireTo("publicity").lost() - lost)
        .isEqualTo(doubt == Doubt.ANSWER_IS_LOST ? 1 : 0);
  }

  @ParameterizedTest
  @EnumSource(Doubt.class)
  void classBIsAskedFirstAndHasOneEffect(Doubt doubt) {
    cause(doubt, gateway.registry(), "registry");

    Reply receipt = housing.sends(Paper.decision().restricted().in(Paper.REGISTRY));

    gateway.eventually(
        () ->
            assertThat(housing.looksUp(receipt).trail("registry"))
                .containsExactly("ATTEMPTING", "RETRY_AT", "ATTEMPTING", "DELIVERED"));
    String key = housing.looksUp(receipt).key("registry");
    assertThat(gateway.registry().posts(key)).isEqualTo(1);
    assertThat(gateway.registry().effects(key)).isEqualTo(1);
    assertThat(gateway.registry().questions(key)).isEqualTo(1);
  }

  @Test
  void classBIsSentItAgainWhenItSaysThatItHasNot() {
    gateway.registry().behave(Manner.FAILS_BEFORE_THE_WORK);
    Reply receipt = housing.sends(Paper.decision().restricted().in(Paper.REGISTRY));
    gateway.eventually(
        () -> assertThat(housing.looksUp(receipt).trail("registry")).contains("RETRY_AT"));

    gateway.registry().behave(Manner.WORKS);

    gateway.eventually(
        () -> assertThat(housing.looksUp(receipt).delivery("registry")).isEqualTo("DELIVERED"));
    String key = housing.looksUp(receipt).key("registry");
    assertThat(gateway.registry().effects(key)).isEqualTo(1);
    assertThat(gateway.registry().questions(key)).isPositive();
  }

  @Test
  void classBIsAskedAgainAndSentNothingWhileItCannotSay() {
    gateway.registry().behave(Manner.FAILS_AFTER_THE_WORK);
    gateway.registry().canSay(false);
    Reply receipt = housing.sends(Paper.decision().restricted().in(Paper.REGISTRY));
    gateway.eventually(
        () ->
            assertThat(gateway.registry().questions(housing.looksUp(receipt).key("registry")))
                .isGreaterThan(1));
    String key = housing.looksUp(receipt).key("registry");
    assertThat(gateway.registry().posts(key)).isEqualTo(1);

    gateway.registry().canSay(true);

    gateway.eventually(
        () -> assertThat(housing.looksUp(receipt).delivery("registry")).isEqualTo("DELIVERED"));
    assertThat(gateway.registry().posts(key)).isEqualTo(1);
    assertThat(gateway.registry().effects(key)).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource(Doubt.class)
  void classCIsInDoubtAndOnePersonAloneMayNotRepeatIt(Doubt doubt) {
    cause(doubt, gateway.prosecutor(), "prosecutor");
    Paper decision = Paper.decision().restricted().in(Paper.PROSECUTOR);

    Reply receipt = housing.sends(decision);

    gateway.eventually(
        () ->
            assertThat(housing.looksUp(receipt).trail("prosecutor"))
                .containsExactly("ATTEMPTING", "IN_DOUBT"));
    String key = housing.looksUp(receipt).key("prosecutor");
    gateway.reset();
    Reply replay = gateway.operator().replays(receipt.messageId(), "prosecutor");
    assertThat(replay.status()).isEqualTo(409);
    assertThat(replay.rule()).isEqualTo("replay.needs-two-people");

    // What comes later in this case waits; what comes later in another case does not.
    Reply later = housing.sends(decision.revised(2));
    Reply other = housing.sends(Paper.decision().restricted().in(Paper.PROSECUTOR));
    gateway.eventually(
        () -> assertThat(housing.looksUp(other).delivery("prosecutor")).isEqualTo("DELIVERED"));
    assertThat(housing.looksUp(later).delivery("prosecutor")).isEqualTo("READY");
    assertThat(housing.looksUp(receipt).delivery("prosecutor")).isEqualTo("IN_DOUBT");
    assertThat(gateway.prosecutor().posts(key)).isEqualTo(1);
    assertThat(gateway.prosecutor().effects(key)).isEqualTo(1);
  }

  /** A receipt that comes later as a message of its own says what the lost answer would have. */
  @ParameterizedTest
  @CsvSource({"ACCEPTED, DELIVERED", "REFUSED, REFUSED_BY_RECEIVER"})
  void classCsDoubtEndsWithItsOwnReceipt(String outcome, String state) {
    gateway.prosecutor().behave(Manner.FAILS_AFTER_THE_WORK);
    Reply sent = housing.sends(Paper.decision().restricted().in(Paper.PROSECUTOR));
    gateway.eventually(
        () -> assertThat(housing.looksUp(sent).delivery("prosecutor")).isEqualTo("IN_DOUBT"));
    String key = housing.looksUp(sent).key("prosecutor");
    String receipt =
        "{\"key\":\"%s\",\"outcome\":\"%s\",\"at\":\"2026-11-20T10:00:00+08:00\"}"
            .formatted(key, outcome);

    Reply told =
        gateway
            .desk("prosecutor")
            .posts("receipt", "receipt-" + key, "application/json", receipt.getBytes(UTF_8));

    assertThat(told.status()).isEqualTo(202);
    gateway.eventually(
        () -> assertThat(housing.looksUp(sent).delivery("prosecutor")).isEqualTo(state));
    assertThat(housing.looksUp(sent).trail("prosecutor"))
        .containsExactly("ATTEMPTING", "IN_DOUBT", state);
    assertThat(gateway.operator().parked(sent.messageId(), "prosecutor")).isEmpty();
    assertThat(gateway.prosecutor().posts(key)).isEqualTo(1);
  }

  @Test
  void classCIsTriedAgainWhenItCertainlyGotNothing() {
    gateway.wireTo("prosecutor").cut();
    Reply receipt = housing.sends(Paper.decision().restricted().in(Paper.PROSECUTOR));
    gateway.eventually(
        () -> assertThat(housing.looksUp(receipt).trail("prosecutor")).contains("RETRY_AT"));

    gateway.wireTo("prosecutor").mend();

    gateway.eventually(
        () -> assertThat(housing.looksUp(receipt).delivery("prosecutor")).isEqualTo("DELIVERED"));
    assertThat(gateway.prosecutor().effects(housing.looksUp(receipt).key("prosecutor")))
        .isEqualTo(1);
  }

  private void cause(Doubt doubt, RestReceiver receiver, String name) {
    switch (doubt) {
      case FAILS_AFTER_THE_WORK -> receiver.behave(Manner.FAILS_AFTER_THE_WORK);
      case ANSWERS_TOO_LATE -> receiver.behave(Manner.ANSWERS_TOO_LATE);
      case ANSWER_IS_LOST -> gateway.wireTo(name).losesTheAnswerTo("POST ");
    }
  }
}
