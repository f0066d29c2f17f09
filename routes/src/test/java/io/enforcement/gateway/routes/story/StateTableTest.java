package io.enforcement.gateway.routes.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.enforcement.gateway.routes.store.DeliveryState;
import io.enforcement.gateway.routes.store.MessageState;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The database itself keeps the rules, whoever writes to it. */
@Story
class StateTableTest {

  private final StoryGateway gateway;

  StateTableTest(StoryGateway gateway) {
    this.gateway = gateway;
  }

  @Test
  void theCodesMovesAreTheTablesMoves() {
    Stream<String> messages =
        Arrays.stream(MessageState.values())
            .flatMap(from -> from.next().stream().map(to -> "message " + from + " " + to));
    Stream<String> deliveries =
        Arrays.stream(DeliveryState.values())
            .flatMap(from -> from.next().stream().map(to -> "delivery " + from + " " + to));

    List<String> table =
        gateway
            .books()
            .runtime()
            .queryForList(
                "select entity || ' ' || from_state || ' ' || to_state from state_move",
                String.class);

    assertThat(table)
        .containsExactlyInAnyOrderElementsOf(Stream.concat(messages, deliveries).toList());
  }

  @Test
  void aForbiddenMoveIsRefusedEvenToTheOwner() {
    UUID settled = settledMessage();

    assertThatThrownBy(
            () ->
                gateway
                    .books()
                    .owner()
                    .update("update message set state = 'RECEIVED' where id = ?", settled))
        .hasMessageContaining("no move of message from TRANSLATED to RECEIVED");
    assertThatThrownBy(
            () ->
                gateway
                    .books()
                    .owner()
                    .update("update delivery set state = 'READY' where message_id = ?", settled))
        .hasMessageContaining("no move of delivery from DELIVERED to READY");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update event set detail = 'x' where message_id = ?",
        "delete from event where message_id = ?"
      })
  void anEventIsWrittenOnceEvenForTheOwner(String statement) {
    UUID settled = settledMessage();

    assertThatThrownBy(() -> gateway.books().owner().update(statement, settled))
        .hasMessageContaining("audit events are written once");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "drop table event",
        "drop table message cascade",
        "drop trigger event_is_written_once on event",
        "alter table event disable trigger all",
        "truncate event",
        "update event set detail = 'x'",
        "delete from event",
        "delete from message",
        "delete from delivery",
        "update state_move set to_state = 'READY'",
        "insert into state_move values ('delivery', 'DELIVERED', 'READY')",
        "update person set role = 'AUDITOR'",
        "create table more (id int)"
      })
  void theRunningGatewayCannotRewriteItsPast(String statement) {
    assertThatThrownBy(() -> gateway.books().runtime().execute(statement))
        .rootCause()
        .hasMessageMatching("(?s)ERROR: (permission denied|must be owner).*");
  }

  private UUID settledMessage() {
    Desk housing = gateway.housing();
    Reply receipt = housing.sends(Paper.decision());
    gateway.eventually(
        () -> {
          assertThat(housing.looksUp(receipt).delivery("publicity")).isEqualTo("DELIVERED");
          assertThat(housing.looksUp(receipt).delivery("credit")).isEqualTo("DELIVERED");
        });
    return UUID.fromString(receipt.messageId());
  }
}
