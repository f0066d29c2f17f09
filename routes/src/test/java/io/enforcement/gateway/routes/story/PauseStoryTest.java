package io.enforcement.gateway.routes.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.enforcement.gateway.routes.security.Role;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** People pause a receiver and let it go on. */
class PauseStoryTest {

  private static final Map<String, String> MENDED = Map.of("reason", "their system is mended");

  @Test
  void whatComesForAPausedReceiverWaitsOverARestartUntilSomebodyResumes() {
    try (StoryGateway gateway = StoryGateway.start()) {
      Visitor visitor = gateway.visitor("pausing", Role.OPERATOR);
      String hold = "/console/routes/credit/hold";

      visitor.submits(hold, "/console/routes/credit/pause", MENDED);

      Reply first = gateway.housing().sends(Paper.decision());
      gateway.eventually(
          () ->
              assertThat(gateway.housing().looksUp(first).delivery("publicity"))
                  .isEqualTo("DELIVERED"));
      assertThat(gateway.housing().looksUp(first).delivery("credit")).isEqualTo("READY");
      assertThat(visitor.opens("/console/routes").body())
          .contains("pausing", MENDED.get("reason"), "暂停");
      assertThat(gateway.operator().reads("/api/v1/alarms").text()).contains("RECEIVER_PAUSED");
      assertThat(states(gateway)).contains("PAUSED");
      assertThat(resumes(gateway, "publicity").status()).as("is not paused").isEqualTo(409);

      gateway.restart();
      Reply second = gateway.housing().sends(Paper.decision());
      gateway.eventually(
          () ->
              assertThat(gateway.housing().looksUp(second).delivery("publicity"))
                  .isEqualTo("DELIVERED"));
      assertThat(gateway.housing().looksUp(first).delivery("credit"))
          .as("a restart resumes nothing")
          .isEqualTo("READY");

      assertThat(resumes(gateway, "credit").status()).isEqualTo(204);
      gateway.eventually(
          () -> {
            assertThat(gateway.housing().looksUp(first).delivery("credit")).isEqualTo("DELIVERED");
            assertThat(gateway.housing().looksUp(second).delivery("credit")).isEqualTo("DELIVERED");
          });
      assertThat(gateway.operator().reads("/api/v1/alarms").text())
          .doesNotContain("RECEIVER_PAUSED");
      List<String> trail =
          gateway
              .books()
              .runtime()
              .queryForList(
                  "select milestone || ' ' || partner || ' ' || actor from event"
                      + " where milestone like 'RECEIVER_%' order by id",
                  String.class);
      assertThat(trail)
          .containsExactly(
              "RECEIVER_PAUSED credit pausing", "RECEIVER_RESUMED credit " + Operator.NAME);
    }
  }

  private static List<String> states(StoryGateway gateway) {
    JsonNode routes = gateway.operator().reads("/api/v1/routes").json();
    return StreamSupport.stream(routes.spliterator(), false)
        .filter(route -> route.path("receiver").asString("").equals("credit"))
        .map(route -> route.path("state").asString(""))
        .toList();
  }

  private static Reply resumes(StoryGateway gateway, String receiver) {
    return gateway
        .operator()
        .posts(
            "/api/v1/routes/" + receiver + "/resume",
            "application/json",
            "{\"reason\": \"their system is mended\"}".getBytes(StandardCharsets.UTF_8));
  }
}
