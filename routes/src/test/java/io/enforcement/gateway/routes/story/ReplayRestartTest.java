package io.enforcement.gateway.routes.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.enforcement.gateway.routes.sandbox.farside.Behaviour;
import io.enforcement.gateway.routes.sandbox.farside.Ledger.Event;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A restart in the middle of a replay job neither repeats nor forgets an entry. */
class ReplayRestartTest {

  @Test
  void aJobGoesOnWhereItStoppedAndNothingIsSentTwice() {
    try (StoryGateway gateway = StoryGateway.with(site -> Map.of())) {
      gateway.publicity().behave(Behaviour.of(Behaviour.Kind.ERROR_500));
      List<String> messages =
          Stream.generate(() -> gateway.housing().sends(Paper.decision()).messageId())
              .limit(6)
              .toList();
      for (String message : messages) {
        gateway.eventually(() -> assertThat(state(gateway, message)).isEqualTo("PARKED"));
      }
      gateway.publicity().behave(Behaviour.ok());
      String group =
          gateway.operator().reads("/api/v1/groups").json().get(0).path("group").asString();
      Reply proposed = gateway.operator().posts("/api/v1/replay-jobs?perMinute=60&group=" + group);
      String job = "/api/v1/replay-jobs/" + proposed.json().path("id").asString();
      gateway.eventually(() -> assertThat(replayed(gateway, job)).isGreaterThanOrEqualTo(2));

      gateway.restart();

      assertThat(replayed(gateway, job)).as("it was in the middle").isLessThan(6);
      gateway.eventually(
          () ->
              assertThat(gateway.operator().reads(job).json().path("state").asString())
                  .isEqualTo("DONE"));
      for (String message : messages) {
        gateway.eventually(() -> assertThat(state(gateway, message)).isEqualTo("DELIVERED"));
        MessageStatus status = gateway.operator().looksUp(message);
        assertThat(status.trail("publicity")).containsOnlyOnce("REPLAYED");
        assertThat(gateway.publicity().ledger().keys(Event.ARRIVED))
            .containsEntry(UUID.fromString(status.key("publicity")).toString(), 1);
      }
    }
  }

  private static String state(StoryGateway gateway, String message) {
    return gateway.operator().looksUp(message).delivery("publicity");
  }

  private static int replayed(StoryGateway gateway, String job) {
    return gateway.operator().reads(job).json().path("replayed").asInt();
  }
}
