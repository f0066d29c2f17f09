package io.enforcement.gateway.routes.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.enforcement.gateway.routes.security.Role;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Clues about public officials: of a restricted exchange only listed people know, over HTTP. */
@Story
class RestrictedStoryTest {

  private static final String COUNTY = "inspectorate";
  private static final String CITY = "inspectorate-city";

  private final StoryGateway gateway;
  private final Desk region;
  private final Operator countyInspector;
  private final Operator cityInspector;
  private final List<Operator> others;

  RestrictedStoryTest(StoryGateway gateway) {
    this.gateway = gateway;
    this.region = gateway.desk("region");
    this.countyInspector = gateway.person(StorySite.COUNTY_INSPECTOR, Role.OPERATOR);
    this.cityInspector = gateway.person(StorySite.CITY_INSPECTOR, Role.REVIEWER);
    this.others =
        List.of(
            gateway.operator(),
            gateway.person("curious-auditor", Role.AUDITOR),
            gateway.person("curious-administrator", Role.SECURITY_ADMINISTRATOR));
  }

  @BeforeEach
  void theFarSideFails() {
    gateway.registry().behave(RestReceiver.Manner.FAILS_BEFORE_THE_WORK);
  }

  @AfterEach
  void everybodyBehavesAgain() {
    gateway.reset();
  }

  @Test
  void onlyTheListedPersonSeesAndReplaysAParkedClue() {
    Reply toCounty = sendsAClueTo(StorySite.COUNTY_INSPECTORATE);
    Reply toCity = sendsAClueTo(StorySite.CITY_INSPECTORATE);
    gateway.eventually(
        () -> {
          assertThat(countyInspector.parked(id(toCounty), COUNTY)).isPresent();
          assertThat(cityInspector.parked(id(toCity), CITY)).isPresent();
        });
    String entry = countyInspector.parked(id(toCounty), COUNTY).orElseThrow().path("id").asString();

    assertThat(countyInspector.parked(CITY)).isEmpty();
    assertThat(cityInspector.parked(COUNTY)).isEmpty();
    assertThat(countyInspector.asksFor(id(toCity)).status()).isEqualTo(404);
    assertThat(cityInspector.asksFor(id(toCounty)).status()).isEqualTo(404);
    assertThat(cityInspector.replays(entry).status()).isEqualTo(404);
    for (Operator other : others) {
      assertThat(other.parked(COUNTY)).isEmpty();
      assertThat(other.parked(CITY)).isEmpty();
      assertThat(other.hidden()).isEqualTo(2);
      assertThat(other.reads("/api/v1/parked/" + entry).status()).isIn(403, 404);
      assertThat(other.reads("/api/v1/parked/" + entry + "/versions/0").status()).isIn(403, 404);
      assertThat(other.asksFor(id(toCounty)).status()).isEqualTo(404);
      assertThat(other.asksFor(id(toCounty)).code())
          .isEqualTo(other.asksFor(UUID.randomUUID().toString()).code());
    }
    assertThat(gateway.operator().replays(entry).status()).isEqualTo(404);
    assertThat(gateway.operator().reads("/api/v1/parked/" + entry + "/versions/0").status())
        .isEqualTo(404);
    assertThat(countyInspector.hidden()).isEqualTo(1);

    gateway.registry().behave(RestReceiver.Manner.WORKS);
    assertThat(countyInspector.replays(entry).status()).isEqualTo(202);
    assertThat(cityInspector.replays(id(toCity), CITY).status()).isEqualTo(202);
    gateway.eventually(
        () -> {
          assertThat(countyInspector.looksUp(id(toCounty)).delivery(COUNTY)).isEqualTo("DELIVERED");
          assertThat(cityInspector.looksUp(id(toCity)).delivery(CITY)).isEqualTo("DELIVERED");
        });
    assertThat(countyInspector.looksUp(id(toCounty)).delivery(CITY)).isEmpty();
    assertThat(cityInspector.looksUp(id(toCity)).delivery(COUNTY)).isEmpty();
    assertThat(gateway.operator().hidden()).isZero();
  }

  @Test
  void aClueThatGoesNowhereIsShownToListedPeopleOnly() {
    Reply toNobody = sendsAClueTo("11640104MB1GXE523M");
    gateway.eventually(
        () ->
            assertThat(countyInspector.asksFor(id(toNobody)).json().findValuesAsString("state"))
                .contains("UNROUTED"));

    assertThat(gateway.operator().asksFor(id(toNobody)).status()).isEqualTo(404);
  }

  @Test
  void thePartnersPageShowsOthersANumber() {
    JsonNode shown = partner(countyInspector, COUNTY);
    assertThat(shown.path("receives")).hasSize(1);
    assertThat(shown.path("hidden").asInt()).isZero();
    assertThat(partner(countyInspector, CITY).path("receives")).isEmpty();
    assertThat(partner(countyInspector, CITY).path("name").path("en").asString())
        .isEqualTo("Inspectorate of a city");

    JsonNode hidden = partner(gateway.operator(), COUNTY);
    assertThat(hidden.path("receives")).isEmpty();
    assertThat(hidden.path("hidden").asInt()).isEqualTo(1);
  }

  private static JsonNode partner(Operator person, String id) {
    return person.partners().stream()
        .filter(p -> p.path("id").asString().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private Reply sendsAClueTo(String uscc) {
    RecordPaper clue =
        RecordPaper.of("DisciplineClue", "from-penalty-case")
            .with("recordUniqueIdentity", "story-" + UUID.randomUUID())
            .with("letterNumber", "示综执纪移〔2026〕" + Math.abs(UUID.randomUUID().hashCode()) + "号")
            .with("addressee", Map.of("kind", "5", "name", "示例监察委员会", "uscc", uscc));
    Reply reply =
        region.posts("record", "story-" + UUID.randomUUID(), "application/xml", clue.xml());
    assertThat(reply.status()).isEqualTo(202);
    return reply;
  }

  private static String id(Reply receipt) {
    return receipt.messageId();
  }
}
