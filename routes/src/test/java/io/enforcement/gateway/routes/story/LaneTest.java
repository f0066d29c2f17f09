package io.enforcement.gateway.routes.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.enforcement.gateway.routes.sandbox.farside.Behaviour;
import io.enforcement.gateway.routes.sandbox.farside.Behaviour.Kind;
import io.enforcement.gateway.routes.sandbox.farside.Ledger;
import io.enforcement.gateway.routes.sandbox.farside.Ledger.Event;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What belongs to one case reaches each receiver in order; cases do not wait for each other. */
@Story
class LaneTest {

  private final StoryGateway gateway;
  private final Desk housing;

  LaneTest(StoryGateway gateway) {
    this.gateway = gateway;
    this.housing = gateway.housing();
  }

  @Test
  void revisionsArriveInOrderAlsoWhenTheFirstAttemptFails() {
    gateway.publicity().behaveForNextKey(Behaviour.of(Kind.ERROR_500));
    Paper decision = Paper.decision();
    Reply head = housing.sends(decision);
    gateway.eventually(
        () -> assertThat(housing.looksUp(head).trail("publicity")).contains("RETRY_AT"));
    List<Reply> revisions =
        IntStream.rangeClosed(2, 5).mapToObj(n -> housing.sends(decision.revised(n))).toList();
    Reply elsewhere = housing.sends(Paper.decision());

    gateway.eventually(
        () -> assertThat(housing.looksUp(elsewhere).delivery("publicity")).isEqualTo("DELIVERED"));
    assertThat(revisions)
        .allSatisfy(r -> assertThat(housing.looksUp(r).attempts("publicity")).isZero());
    gateway.publicity().forgetKeys();

    gateway.eventually(
        () ->
            assertThat(housing.looksUp(revisions.get(3)).delivery("publicity"))
                .isEqualTo("DELIVERED"));
    assertThat(arrivedAtPublicity())
        .containsSubsequence(
            housing.looksUp(head).key("publicity"),
            housing.looksUp(revisions.get(0)).key("publicity"),
            housing.looksUp(revisions.get(1)).key("publicity"),
            housing.looksUp(revisions.get(2)).key("publicity"),
            housing.looksUp(revisions.get(3)).key("publicity"));
  }

  @Test
  void eachReceiverHasItsOwnLane() {
    gateway.wireTo("publicity").cut();
    Paper decision = Paper.decision();
    housing.sends(decision);

    Reply last =
        IntStream.rangeClosed(2, 4)
            .mapToObj(n -> housing.sends(decision.revised(n)))
            .reduce((a, b) -> b)
            .orElseThrow();

    gateway.eventually(
        () -> assertThat(housing.looksUp(last).delivery("credit")).isEqualTo("DELIVERED"));
    assertThat(gateway.creditTables().penalties(decision))
        .containsExactly("罚款26500元", "罚款26502元", "罚款26503元", "罚款26504元");
    assertThat(housing.looksUp(last).attempts("publicity")).isZero();
    gateway.wireTo("publicity").mend();
    gateway.eventually(
        () -> assertThat(housing.looksUp(last).delivery("publicity")).isEqualTo("DELIVERED"));
  }

  @Test
  void aParkedHeadHoldsItsCaseUntilItIsReplayed() {
    gateway.publicity().behaveForNextKey(Behaviour.of(Kind.ERROR_500));
    Paper decision = Paper.decision();
    Reply head = housing.sends(decision);
    Reply sameCase = housing.sends(decision.inTheSameCase());
    gateway.eventually(
        () -> assertThat(housing.looksUp(head).delivery("publicity")).isEqualTo("PARKED"));
    assertThat(housing.looksUp(sameCase).delivery("publicity")).isEqualTo("READY");
    assertThat(housing.looksUp(sameCase).delivery("credit")).isEqualTo("DELIVERED");
    gateway.publicity().forgetKeys();

    gateway.operator().replays(head.messageId(), "publicity");

    gateway.eventually(
        () -> assertThat(housing.looksUp(sameCase).delivery("publicity")).isEqualTo("DELIVERED"));
    assertThat(arrivedAtPublicity())
        .containsSubsequence(
            housing.looksUp(head).key("publicity"), housing.looksUp(sameCase).key("publicity"));
  }

  private List<String> arrivedAtPublicity() {
    return gateway.publicity().ledger().entries().stream()
        .filter(e -> e.event() == Event.ARRIVED)
        .map(Ledger.Entry::key)
        .toList();
  }
}
