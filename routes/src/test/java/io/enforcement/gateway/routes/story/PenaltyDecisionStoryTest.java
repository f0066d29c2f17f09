package io.enforcement.gateway.routes.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.enforcement.gateway.routes.sandbox.farside.Behaviour;
import io.enforcement.gateway.routes.sandbox.farside.Ledger.Event;
import org.junit.jupiter.api.Test;

/**
 * A decision of the housing department, posted over HTTP, for the credit and publicity platforms.
 */
@Story
class PenaltyDecisionStoryTest {

  private final StoryGateway gateway;
  private final Desk housing;

  PenaltyDecisionStoryTest(StoryGateway gateway) {
    this.gateway = gateway;
    this.housing = gateway.housing();
  }

  @Test
  void isDeliveredToBothPlatformsAndLeavesATrail() {
    Paper decision = Paper.decision();

    Reply receipt = housing.sends(decision);

    assertThat(receipt.status()).isEqualTo(202);
    gateway.eventually(
        () -> {
          MessageStatus status = housing.looksUp(receipt);
          assertThat(status.trail("publicity")).containsExactly("ATTEMPTING", "DELIVERED");
          assertThat(status.trail("credit")).containsExactly("ATTEMPTING", "DELIVERED");
        });
    MessageStatus status = housing.looksUp(receipt);
    assertThat(status.state()).isEqualTo("TRANSLATED");
    assertThat(status.trail()).containsExactly("RECEIVED", "TRANSLATED");
    assertThat(status.receivers()).containsExactly("credit", "publicity");
    assertThat(gateway.publicity().ledger().keys(Event.ARRIVED))
        .containsEntry(status.key("publicity"), 1);
    assertThat(gateway.creditTables().penalties(decision)).hasSize(1);
  }

  @Test
  void isRefusedWithFindingsThatTellTheSenderWhatToDo() {
    Reply receipt = housing.sends(Paper.decision().penalised("训诫").with("决定日期", "2026-02-30"));

    gateway.eventually(() -> assertThat(housing.looksUp(receipt).state()).isEqualTo("REFUSED"));
    MessageStatus status = housing.looksUp(receipt);
    assertThat(status.trail()).containsExactly("RECEIVED", "REFUSED");
    assertThat(status.records()).containsExactly("REFUSED");
    assertThat(status.findings())
        .anyMatch(f -> f.startsWith("mapping.code ") && f.endsWith("text, 2 characters"))
        .anyMatch(f -> f.startsWith("mapping.date ") && f.endsWith("text, 10 characters"));
    assertThat(status.advice()).doesNotContain("");
    assertThat(status.receivers()).isEmpty();
  }

  @Test
  void waitsForAPlatformThatIsDownAndArrivesWhenItIsBack() {
    gateway.wireTo("publicity").cut();
    Reply receipt = housing.sends(Paper.decision());
    gateway.eventually(
        () -> {
          assertThat(housing.looksUp(receipt).delivery("publicity")).isEqualTo("RETRY_AT");
          assertThat(housing.looksUp(receipt).delivery("credit")).isEqualTo("DELIVERED");
        });

    gateway.wireTo("publicity").mend();

    gateway.eventually(
        () -> assertThat(housing.looksUp(receipt).delivery("publicity")).isEqualTo("DELIVERED"));
    MessageStatus status = housing.looksUp(receipt);
    assertThat(status.trail("publicity"))
        .startsWith("ATTEMPTING", "RETRY_AT", "ATTEMPTING")
        .endsWith("ATTEMPTING", "DELIVERED")
        .doesNotContain("PARKED");
    assertThat(status.trail("credit")).containsExactly("ATTEMPTING", "DELIVERED");
    assertThat(gateway.publicity().ledger().keys(Event.ARRIVED))
        .containsEntry(status.key("publicity"), 1);
  }

  @Test
  void isParkedAfterTheLastRungAndArrivesWhenAnOperatorReplaysIt() {
    gateway.publicity().behave(Behaviour.of(Behaviour.Kind.ERROR_500));
    Reply receipt = housing.sends(Paper.decision());
    gateway.eventually(
        () -> assertThat(housing.looksUp(receipt).delivery("publicity")).isEqualTo("PARKED"));
    String key = housing.looksUp(receipt).key("publicity");
    assertThat(gateway.operator().parked(receipt.messageId(), "publicity")).isPresent();
    gateway.publicity().behave(Behaviour.ok());

    Reply replay = gateway.operator().replays(receipt.messageId(), "publicity");

    assertThat(replay.status()).isEqualTo(202);
    gateway.eventually(
        () -> assertThat(housing.looksUp(receipt).delivery("publicity")).isEqualTo("DELIVERED"));
    MessageStatus status = housing.looksUp(receipt);
    assertThat(status.trail("publicity"))
        .endsWith("ATTEMPTING", "PARKED", "REPLAYED", "ATTEMPTING", "DELIVERED");
    assertThat(status.actor("REPLAYED")).isEqualTo(Operator.NAME);
    assertThat(status.key("publicity")).isEqualTo(key);
    assertThat(status.trail("credit")).containsExactly("ATTEMPTING", "DELIVERED");
    assertThat(gateway.operator().parked(receipt.messageId(), "publicity")).isEmpty();
  }
}
