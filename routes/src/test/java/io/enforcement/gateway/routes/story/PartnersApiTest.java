package io.enforcement.gateway.routes.story;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Who is connected, how, by which right, and when they were last heard of: for people. */
@Story
class PartnersApiTest {

  private final StoryGateway gateway;

  PartnersApiTest(StoryGateway gateway) {
    this.gateway = gateway;
  }

  @Test
  void showsEachPartnerWithItsExchangesAndItsLastContact() {
    Reply sent = gateway.housing().sends(Paper.decision());
    gateway.eventually(
        () ->
            assertThat(gateway.housing().looksUp(sent).delivery("publicity"))
                .isEqualTo("DELIVERED"));

    JsonNode received = exchange("housing", "sends", "penalty-decision");
    JsonNode delivered = exchange("publicity", "receives", "penalty-decision");

    assertThat(received.path("via").asString()).isEqualTo("rest");
    assertThat(received.path("lastContact").asString()).isNotBlank();
    assertThat(delivered.path("effect").asString()).isEqualTo("A");
    assertThat(delivered.path("basis").asString()).contains("国办发〔2018〕118号");
    assertThat(delivered.path("purpose").asString()).isNotBlank();
    assertThat(delivered.path("fields").size()).isPositive();
    assertThat(delivered.path("lastState").asString()).isNotBlank();
  }

  @Test
  void showsWhatIsToComeAndWhomToCall() {
    JsonNode harbour = partner("harbour");

    JsonNode expected = harbour.path("expectations").path(0);
    assertThat(expected.path("exchange").asString()).isEqualTo("penalty-decision");
    assertThat(expected.path("every").asString()).isEqualTo("workday");
    assertThat(expected.path("by").asString()).isEqualTo("18:00");
    JsonNode office = harbour.path("contacts").path(0);
    assertThat(office.path("office").asString()).isEqualTo("港务局值班室");
    assertThat(office.path("phone").asString()).isEqualTo("0951-0000000");
  }

  @Test
  void showsThatAPartnerIsNotInServiceAndAllThatItLacks() {
    JsonNode lighthouse = partner("lighthouse");

    assertThat(lighthouse.path("inService").asBoolean(true)).isFalse();
    assertThat(lighthouse.path("name").path("zh").asString()).isEqualTo("灯塔管理站");
    assertThat(lighthouse.path("notInService").asString())
        .contains(
            "record, more over sftp: the settings host, user, host-key-fingerprint are missing",
            "record, more over sftp: the secret lighthouse is not there",
            "receipt over jms: the settings broker, queue are missing",
            "the selector of receipt asks for the settings our-number, which are missing")
        .doesNotContain("\n");
    assertThat(partner("housing").path("inService").asBoolean()).isTrue();
    assertThat(gateway.operator().reads("/api/v1/partners/lighthouse/versions").json())
        .as("what was never in service is no version")
        .isEmpty();
  }

  @Test
  void tellsAPartnerThatNobodyKnows() {
    Reply reply = gateway.operator().reads("/api/v1/partners/nobody/versions");

    assertThat(reply.status()).isEqualTo(404);
    assertThat(reply.json().toString()).contains("pack.partner-unknown");
  }

  private JsonNode partner(String id) {
    return gateway.operator().partners().stream()
        .filter(p -> p.path("id").asString().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private JsonNode exchange(String partner, String direction, String exchange) {
    for (JsonNode each : partner(partner).path(direction)) {
      if (each.path("exchange").asString().equals(exchange)) {
        return each;
      }
    }
    throw new AssertionError(partner + " " + direction + " no " + exchange);
  }
}
