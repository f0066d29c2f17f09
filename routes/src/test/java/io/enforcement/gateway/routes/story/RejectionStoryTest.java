package io.enforcement.gateway.routes.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.enforcement.gateway.routes.sandbox.farside.Behaviour;
import io.enforcement.gateway.routes.sandbox.farside.Behaviour.Kind;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A rejection that the credit platform writes into its table after it took the row. */
@Story
class RejectionStoryTest {

  private final StoryGateway gateway;
  private final Desk housing;

  RejectionStoryTest(StoryGateway gateway) {
    this.gateway = gateway;
    this.housing = gateway.housing();
  }

  @Test
  void isMatchedToItsRecordAndShownToTheSender() {
    gateway.credit().behave(Behaviour.refuse("主体已注销"));

    Reply receipt = housing.sends(Paper.decision());

    gateway.eventually(
        () ->
            assertThat(housing.looksUp(receipt).trail("credit"))
                .containsExactly("ATTEMPTING", "DELIVERED", "REFUSED_BY_RECEIVER"));
    MessageStatus status = housing.looksUp(receipt);
    assertThat(status.delivery("credit")).isEqualTo("REFUSED_BY_RECEIVER");
    assertThat(status.rejection("credit")).contains("9999").contains("主体已注销");
    gateway.eventually(
        () -> assertThat(housing.looksUp(receipt).delivery("publicity")).isEqualTo("DELIVERED"));
  }

  @Test
  void waitsForPeopleWhenItNamesNoRecordOfOursAndTheNextOneIsMatched() {
    gateway.credit().behave(Behaviour.of(Kind.GARBAGE));
    Reply overdue = housing.sends(Paper.decision().decidedDaysAgo(40));

    gateway.eventually(() -> assertThat(gateway.operator().parked("credit")).hasSize(1));
    JsonNode parked = gateway.operator().parked("credit").get(0);
    assertThat(parked.path("cause").asString()).isEqualTo("rejection.unmatched");
    assertThat(parked.path("stage").asString()).isEqualTo("translate");
    assertThat(housing.looksUp(overdue).delivery("credit")).isEqualTo("DELIVERED");
    gateway.credit().behave(Behaviour.refuse("主体已注销"));
    Reply next = housing.sends(Paper.decision());

    gateway.eventually(
        () ->
            assertThat(housing.looksUp(next).delivery("credit")).isEqualTo("REFUSED_BY_RECEIVER"));

    // With nothing mended it would come to the same end: the dry run says so, and it stays.
    String id = parked.path("messageId").asString();
    Reply replay = gateway.operator().replays(id, "credit");
    assertThat(replay.status()).isEqualTo(409);
    assertThat(replay.rule()).isEqualTo("replay.dry-run-finds");
    assertThat(replay.text()).contains("rejection.unmatched");
    assertThat(gateway.operator().looksUp(id).trail()).containsExactly("RECEIVED", "PARKED");
  }
}
