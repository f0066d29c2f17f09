package io.enforcement.gateway.routes.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.enforcement.gateway.routes.sandbox.farside.Behaviour;
import io.enforcement.gateway.routes.sandbox.farside.Ledger;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A revocation goes to exactly the receivers that got the decision, and never overtakes it. */
@Story
class RevocationStoryTest {

  private final StoryGateway gateway;
  private final Desk housing;

  RevocationStoryTest(StoryGateway gateway) {
    this.gateway = gateway;
    this.housing = gateway.housing();
  }

  @Test
  void reachesExactlyTheReceiversThatGotTheDecision() {
    Paper decision = Paper.decision();
    delivered(housing.sends(decision));

    Reply receipt = housing.sends(decision.revocation());

    delivered(receipt);
    MessageStatus status = housing.looksUp(receipt);
    assertThat(status.trail()).containsExactly("RECEIVED", "TRANSLATED");
    assertThat(status.trail("publicity")).containsExactly("ATTEMPTING", "DELIVERED");
    assertThat(status.trail("credit")).containsExactly("ATTEMPTING", "DELIVERED");
    assertThat(gateway.creditTables().revocations(decision)).isEqualTo(1);
  }

  @Test
  void goesNowhereWhenTheDecisionWentNowhere() {
    Paper secret = Paper.decision().restricted();
    Reply decision = housing.sends(secret);
    gateway.eventually(
        () -> assertThat(housing.looksUp(decision).records()).containsExactly("UNROUTED"));

    Reply receipt = housing.sends(secret.revocation());

    gateway.eventually(
        () -> assertThat(housing.looksUp(receipt).records()).containsExactly("UNROUTED"));
    assertThat(housing.looksUp(receipt).receivers()).isEmpty();
  }

  @Test
  void isRefusedWhenNobodyKnowsTheDecisionAndTheSenderIsTold() {
    Reply receipt = housing.sends(Paper.decision().revocation());

    gateway.eventually(() -> assertThat(housing.looksUp(receipt).state()).isEqualTo("REFUSED"));
    MessageStatus status = housing.looksUp(receipt);
    assertThat(status.trail()).containsExactly("RECEIVED", "REFUSED");
    assertThat(status.findings())
        .containsExactly("revocation.unknown-decision punishFileNum unknown number");
    assertThat(status.advice()).doesNotContain("");
  }

  @Test
  void waitsBehindItsDecisionAtAPlatformThatIsDown() {
    gateway.wireTo("publicity").cut();
    Paper decision = Paper.decision();
    Reply first = housing.sends(decision);
    gateway.eventually(
        () -> assertThat(housing.looksUp(first).trail("publicity")).contains("RETRY_AT"));
    Reply second = housing.sends(decision.revocation());
    gateway.eventually(
        () -> assertThat(housing.looksUp(second).delivery("credit")).isEqualTo("DELIVERED"));
    assertThat(housing.looksUp(second).trail("publicity")).isEmpty();

    gateway.wireTo("publicity").mend();

    delivered(first);
    delivered(second);
    String decisionKey = housing.looksUp(first).key("publicity");
    String revocationKey = housing.looksUp(second).key("publicity");
    assertThat(arrivedAtPublicity()).containsSubsequence(decisionKey, revocationKey);
    assertThat(housing.looksUp(second).trail("publicity"))
        .containsExactly("ATTEMPTING", "DELIVERED");
  }

  @Test
  void isCancelledForAReceiverThatRefusesTheDecision() {
    gateway.wireTo("publicity").cut();
    Paper decision = Paper.decision();
    Reply first = housing.sends(decision);
    gateway.eventually(
        () -> assertThat(housing.looksUp(first).trail("publicity")).contains("RETRY_AT"));
    Reply second = housing.sends(decision.revocation());
    gateway.eventually(() -> assertThat(housing.looksUp(second).state()).isEqualTo("TRANSLATED"));
    gateway.publicity().behaveForNextKey(Behaviour.refuse("不属于公示范围"));

    gateway.wireTo("publicity").mend();

    gateway.eventually(
        () ->
            assertThat(housing.looksUp(second).trail("publicity"))
                .containsExactly("ATTEMPTING", "CANCELLED"));
    assertThat(housing.looksUp(first).delivery("publicity")).isEqualTo("REFUSED_BY_RECEIVER");
    assertThat(arrivedAtPublicity()).doesNotContain(housing.looksUp(second).key("publicity"));
    gateway.eventually(
        () -> assertThat(housing.looksUp(second).delivery("credit")).isEqualTo("DELIVERED"));
  }

  @Test
  void isRetriedWhileAPlatformFailsAndDelivered() {
    Paper decision = Paper.decision();
    delivered(housing.sends(decision));
    gateway.publicity().behave(Behaviour.of(Behaviour.Kind.ERROR_500));
    Reply receipt = housing.sends(decision.revocation());
    gateway.eventually(
        () -> assertThat(housing.looksUp(receipt).trail("publicity")).contains("RETRY_AT"));

    gateway.publicity().behave(Behaviour.ok());

    delivered(receipt);
    assertThat(housing.looksUp(receipt).trail("publicity"))
        .startsWith("ATTEMPTING", "RETRY_AT", "ATTEMPTING")
        .endsWith("ATTEMPTING", "DELIVERED");
  }

  @Test
  void isParkedAfterTheLastRungAndArrivesWhenAnOperatorReplaysIt() {
    Paper decision = Paper.decision();
    delivered(housing.sends(decision));
    gateway.publicity().behave(Behaviour.of(Behaviour.Kind.ERROR_500));
    Reply receipt = housing.sends(decision.revocation());
    gateway.eventually(
        () -> assertThat(housing.looksUp(receipt).delivery("publicity")).isEqualTo("PARKED"));
    gateway.publicity().behave(Behaviour.ok());

    assertThat(gateway.operator().replays(receipt.messageId(), "publicity").status())
        .isEqualTo(202);

    delivered(receipt);
    assertThat(housing.looksUp(receipt).trail("publicity"))
        .endsWith("PARKED", "REPLAYED", "ATTEMPTING", "DELIVERED");
    assertThat(gateway.creditTables().revocations(decision)).isEqualTo(1);
  }

  @Test
  void thatIsNeedlessCostsNoProbeOfAPlatformThatWasDown() {
    gateway.opensTheBreakerOf("publicity");
    gateway.publicity().behaveForNextKey(Behaviour.refuse("不属于公示范围"));
    Paper decision = Paper.decision();
    Reply first = housing.sends(decision);
    Reply second = housing.sends(decision.revocation());

    // The first probe is the decision, the second would be its revocation.
    atPublicity(first, "REFUSED_BY_RECEIVER");
    atPublicity(second, "CANCELLED");

    delivered(housing.sends(Paper.decision()));
  }

  private void atPublicity(Reply receipt, String state) {
    gateway.eventually(
        () -> assertThat(housing.looksUp(receipt).delivery("publicity")).isEqualTo(state));
  }

  private void delivered(Reply receipt) {
    gateway.eventually(
        () -> {
          MessageStatus status = housing.looksUp(receipt);
          assertThat(status.receivers()).containsExactly("credit", "publicity");
          assertThat(status.delivery("publicity")).isEqualTo("DELIVERED");
          assertThat(status.delivery("credit")).isEqualTo("DELIVERED");
        });
  }

  private List<String> arrivedAtPublicity() {
    return gateway.publicity().ledger().entries().stream()
        .filter(e -> e.event() == Ledger.Event.ARRIVED)
        .map(Ledger.Entry::key)
        .toList();
  }
}
