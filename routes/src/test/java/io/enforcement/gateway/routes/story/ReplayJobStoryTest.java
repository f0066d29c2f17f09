package io.enforcement.gateway.routes.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.enforcement.gateway.routes.sandbox.farside.Behaviour;
import io.enforcement.gateway.routes.sandbox.farside.Ledger.Event;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Several decisions that failed in the same way are set on their way again together. */
@Story
class ReplayJobStoryTest {

  private final StoryGateway gateway;
  private final Desk housing;
  private final Operator operator;

  ReplayJobStoryTest(StoryGateway gateway) {
    this.gateway = gateway;
    this.housing = gateway.housing();
    this.operator = gateway.operator();
  }

  @Test
  void anOperatorReplaysAFewAndTheFirstGoesAhead() {
    List<Reply> decisions = parkedAtPublicity(3);
    String group = group();
    gateway.publicity().behave(Behaviour.ok());

    Reply proposed = operator.posts("/api/v1/replay-jobs?perMinute=6000&group=" + group);

    assertThat(proposed.status()).isEqualTo(201);
    assertThat(proposed.json().path("state").asString()).isEqualTo("RUNNING");
    assertThat(proposed.json().path("entries").asInt()).isGreaterThanOrEqualTo(3);
    assertThat(proposed.json().path("digest").asString()).startsWith("sha256:");
    String job = "/api/v1/replay-jobs/" + proposed.json().path("id").asString();
    gateway.eventually(
        () -> assertThat(operator.reads(job).json().path("state").asString()).isEqualTo("DONE"));
    for (Reply decision : decisions) {
      gateway.eventually(
          () -> assertThat(housing.looksUp(decision).delivery("publicity")).isEqualTo("DELIVERED"));
      MessageStatus status = housing.looksUp(decision);
      assertThat(status.trail("publicity")).containsOnlyOnce("REPLAYED");
      assertThat(gateway.publicity().ledger().keys(Event.ARRIVED))
          .containsEntry(status.key("publicity"), 1);
    }
    assertThat(operator.reads(job + "/entries").json())
        .extracting(e -> e.path("result").asString())
        .hasSizeGreaterThanOrEqualTo(3)
        .containsOnly("REPLAYED");
  }

  @Test
  void whileTheFirstHasNotArrivedTheOthersStayWhereTheyAre() {
    List<Reply> decisions = parkedAtPublicity(2);

    Reply proposed = operator.posts("/api/v1/replay-jobs?perMinute=6000&group=" + group());

    String job = "/api/v1/replay-jobs/" + proposed.json().path("id").asString();
    gateway.eventually(
        () -> assertThat(operator.reads(job).json().path("state").asString()).isEqualTo("PAUSED"));
    assertThat(operator.reads(job).json().path("why").asString())
        .isEqualTo("the first entry is PARKED again");
    assertThat(decisions.stream().flatMap(d -> housing.looksUp(d).trail("publicity").stream()))
        .containsOnlyOnce("REPLAYED");

    gateway.publicity().behave(Behaviour.ok());
    assertThat(operator.posts(job + "/resume").status()).isEqualTo(200);
    gateway.eventually(
        () -> assertThat(operator.reads(job).json().path("state").asString()).isEqualTo("DONE"));
    gateway.eventually(
        () ->
            assertThat(decisions.stream().map(d -> housing.looksUp(d).delivery("publicity")))
                .as("the one that went ahead and failed waits for people again")
                .containsExactlyInAnyOrder("PARKED", "DELIVERED"));
    assertThat(operator.posts(job + "/stop").status()).isEqualTo(409);
  }

  private List<Reply> parkedAtPublicity(int count) {
    gateway.publicity().behave(Behaviour.of(Behaviour.Kind.ERROR_500));
    List<Reply> decisions =
        Stream.generate(() -> housing.sends(Paper.decision())).limit(count).toList();
    for (Reply decision : decisions) {
      gateway.eventually(
          () -> assertThat(housing.looksUp(decision).delivery("publicity")).isEqualTo("PARKED"));
    }
    return decisions;
  }

  private String group() {
    return StreamSupport.stream(operator.reads("/api/v1/groups").json().spliterator(), false)
        .filter(g -> g.path("partner").asString().equals("publicity"))
        .filter(g -> g.path("failureClass").asString().equals("TRANSIENT"))
        .map((JsonNode g) -> g.path("group").asString())
        .findFirst()
        .orElseThrow();
  }
}
