package io.enforcement.gateway.routes.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.enforcement.gateway.routes.sandbox.SitePartners;
import io.enforcement.gateway.routes.sandbox.farside.Behaviour;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What becomes of a message, from its receipt to the verdict of the receiver's business system: its
 * sender may ask, and is told where its folder says so.
 */
class DeliveryReportStoryTest {

  private static final String DISTRICT = "district";

  private static RestReceiver theirs;
  private static StoryGateway gateway;

  @BeforeAll
  static void start() {
    theirs = new RestReceiver();
    gateway = StoryGateway.with(DeliveryReportStoryTest::withTheDistrict);
  }

  private static Map<String, Object> withTheDistrict(StorySite site) {
    site.installFolder(DISTRICT);
    site.writeSecret(DISTRICT, "invented-secret-of-the-district-for-the-stories");
    return StorySite.morePartners().with(DISTRICT, SitePartners.rest(theirs.port())).settings();
  }

  @AfterEach
  void everybodyBehavesAgain() {
    gateway.reset();
  }

  @AfterAll
  static void stop() {
    gateway.close();
    theirs.close();
  }

  @Test
  void theSenderAsksForTheChainAndIsToldIt() {
    Desk district = gateway.desk(DISTRICT);

    Reply accepted = district.sends(Paper.decision().in(Paper.PROSECUTOR));

    assertThat(accepted.status()).isEqualTo(202);
    gateway.eventually(
        () -> {
          assertThat(told(accepted, "complete")).isEqualTo("true");
          assertThat(receivers(accepted))
              .containsExactlyInAnyOrder("credit TAKEN", "prosecutor TAKEN", "publicity TAKEN");
        });
    int first = Integer.parseInt(told(accepted, "revision"));
    MessageStatus asked = district.looksUp(accepted);
    assertThat(asked.trail()).containsExactly("RECEIVED", "TRANSLATED");
    assertThat(asked.trail("prosecutor")).containsExactly("ATTEMPTING", "DELIVERED");
    assertThat(asked.acceptedAt("prosecutor")).isEmpty();

    says("ACCEPTED", asked.key("prosecutor"));

    gateway.eventually(
        () ->
            assertThat(receivers(accepted))
                .containsExactlyInAnyOrder(
                    "credit TAKEN", "prosecutor ACCEPTED", "publicity TAKEN"));
    assertThat(told(accepted, "revision")).isEqualTo(Integer.toString(first + 1));
    assertThat(district.looksUp(accepted).acceptedAt("prosecutor")).isNotEmpty();
    assertThat(district.looksUp(accepted).trail("prosecutor"))
        .containsExactly("ATTEMPTING", "DELIVERED");
    gateway.eventually(
        () -> assertThat(results(district, accepted)).contains("publication PUBLISHED"));
  }

  @Test
  void aRefusalIsToldWithWhatTheReceiverSaid() {
    Desk district = gateway.desk(DISTRICT);
    gateway.publicity().behaveForNextKey(Behaviour.refuse("不属于公示范围"));
    gateway.credit().behave(Behaviour.refuse("主体已注销"));

    Reply accepted = district.sends(Paper.decision());

    gateway.eventually(
        () ->
            assertThat(receivers(accepted))
                .containsExactlyInAnyOrder(
                    "credit REFUSED 9999 主体已注销", "publicity REFUSED HTTP 422"));
    assertThat(told(accepted, "complete")).isEqualTo("true");
  }

  @Test
  void whatIsStillOnItsWayIsToldAsThat() {
    Desk district = gateway.desk(DISTRICT);
    gateway.wireTo("publicity").cut();

    Reply accepted = district.sends(Paper.decision());

    gateway.eventually(
        () ->
            assertThat(receivers(accepted))
                .containsExactlyInAnyOrder("credit TAKEN", "publicity WAITING"));
    assertThat(told(accepted, "complete")).isEqualTo("false");
  }

  @Test
  void nobodyElseIsToldOfIt() {
    Reply accepted = gateway.housing().sends(Paper.decision());
    Reply own = gateway.desk(DISTRICT).sends(Paper.decision());

    gateway.eventually(() -> assertThat(receivers(own)).isNotEmpty());

    assertThat(reports(accepted)).isEmpty();
    assertThat(
            gateway
                .books()
                .owner()
                .queryForList(
                    "select distinct d.receiver from delivery d join record r on r.id = d.record_id"
                        + " where r.kind = 'DeliveryReport'",
                    String.class))
        .containsExactly(DISTRICT);
  }

  /** The prosecutor's business system says what it makes of a record that it has. */
  private static void says(String outcome, String deliveryKey) {
    String receipt =
        "{\"key\":\"%s\",\"outcome\":\"%s\",\"at\":\"2026-05-22T08:00:00+08:00\"}"
            .formatted(deliveryKey, outcome);
    assertThat(
            gateway
                .desk("prosecutor")
                .posts(
                    "receipt",
                    "story-" + UUID.randomUUID(),
                    "application/json",
                    receipt.getBytes(StandardCharsets.UTF_8))
                .status())
        .isEqualTo(202);
  }

  /** {@code kind STATE} of the conversations that came of a message, as its sender sees them. */
  private static List<String> results(Desk sender, Reply sent) {
    JsonNode all = sender.reads("/api/v1/conversations?message=" + sent.messageId()).json();
    return StreamSupport.stream(all.spliterator(), false)
        .map(c -> c.path("kind").asString() + " " + c.path("state").asString())
        .toList();
  }

  private static List<String> receivers(Reply sent) {
    return reports(sent).stream()
        .skip(Math.max(0, reports(sent).size() - 1L))
        .flatMap(r -> StreamSupport.stream(r.path("receivers").spliterator(), false))
        .map(JsonNode::asString)
        .toList();
  }

  /** What the last report says. */
  private static String told(Reply sent, String field) {
    List<JsonNode> all = reports(sent);
    return all.isEmpty() ? "" : all.get(all.size() - 1).path(field).asString();
  }

  private static List<JsonNode> reports(Reply sent) {
    JsonMapper json = JsonMapper.builder().build();
    return theirs.effects().stream()
        .map(effect -> json.readTree(effect.body()))
        .filter(report -> report.path("message").asString().equals(sent.messageId()))
        .toList();
  }
}
