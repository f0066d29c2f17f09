package io.enforcement.gateway.routes.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.enforcement.gateway.routes.sandbox.farside.Behaviour;
import org.junit.jupiter.api.Test;

/** Files over SFTP; and what a file's decisions meet on their way to the platforms. */
@Story
class PenaltyDecisionFileStoryTest extends FileExchangeStories {

  PenaltyDecisionFileStoryTest(StoryGateway gateway) {
    super(gateway, "city-management", gateway.city(), "archive", gateway.archive(), Paper.ARCHIVE);
  }

  @Override
  void cutOff() {
    gateway.city().behave(Behaviour.of(Behaviour.Kind.DOWN));
    gateway.archive().behave(Behaviour.of(Behaviour.Kind.DOWN));
  }

  @Override
  void reconnect() {
    gateway.city().behave(Behaviour.ok());
    gateway.archive().behave(Behaviour.ok());
  }

  @Test
  void waitsForAPlatformThatIsDownAndTheReceiptDoesNotWait() {
    gateway.wireTo("publicity").cut();
    CityFile file = CityFile.of(1);
    city.drops(file);
    String id = city.receiptFor(file.name()).path("报文编号").asString();
    gateway.eventually(
        () -> assertThat(gateway.operator().looksUp(id).trail("publicity")).contains("RETRY_AT"));

    gateway.wireTo("publicity").mend();

    gateway.eventually(
        () ->
            assertThat(gateway.operator().looksUp(id).trail("publicity"))
                .startsWith("ATTEMPTING", "RETRY_AT", "ATTEMPTING")
                .endsWith("ATTEMPTING", "DELIVERED"));
  }

  @Test
  void isParkedForThePlatformThatFailsAndArrivesWhenAnOperatorReplaysIt() {
    gateway.publicity().behave(Behaviour.of(Behaviour.Kind.ERROR_500));
    CityFile file = CityFile.of(1);
    city.drops(file);
    String id = city.receiptFor(file.name()).path("报文编号").asString();
    gateway.eventually(
        () -> assertThat(gateway.operator().looksUp(id).delivery("publicity")).isEqualTo("PARKED"));
    gateway.publicity().behave(Behaviour.ok());

    assertThat(gateway.operator().replays(id, "publicity").status()).isEqualTo(202);

    gateway.eventually(
        () ->
            assertThat(gateway.operator().looksUp(id).trail("publicity"))
                .endsWith("PARKED", "REPLAYED", "ATTEMPTING", "DELIVERED"));
    assertThat(gateway.operator().looksUp(id).trail("city-management"))
        .containsExactly("ATTEMPTING", "DELIVERED");
  }
}
