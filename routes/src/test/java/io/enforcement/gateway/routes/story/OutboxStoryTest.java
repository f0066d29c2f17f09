package io.enforcement.gateway.routes.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.enforcement.gateway.routes.store.Attempt;
import io.enforcement.gateway.routes.store.DeliveryStore;
import io.enforcement.gateway.routes.store.NodeStore;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A village that nobody can call fetches its deliveries and says what became of them. */
@Story
class OutboxStoryTest {

  private static final String ACCEPTED = "{\"outcome\":\"ACCEPTED\"}";

  private final StoryGateway gateway;
  private final Desk village;

  OutboxStoryTest(StoryGateway gateway) {
    this.gateway = gateway;
    this.village = gateway.desk("village");
  }

  @AfterEach
  void leaveNothing() {
    gateway.eventually(
        () -> {
          items("").forEach(item -> village.acknowledges(key(item), ACCEPTED));
          assertThat(open()).isZero();
        });
  }

  @Test
  void isDeliveredWhenTheTownshipSaysSo() throws Exception {
    Paper decision = forTheTownship();
    Reply sent = gateway.housing().sends(decision);

    JsonNode item = given(sent);
    byte[] content = Base64.getDecoder().decode(item.path("content").asString());

    assertThat(new String(content, StandardCharsets.UTF_8)).contains(decision.number());
    assertThat(item.path("exchange").asString()).isEqualTo("penalty-decision");
    assertThat(item.path("contentType").asString()).isEqualTo("application/json");
    assertThat(item.path("digest").asString())
        .isEqualTo(
            "sha256:"
                + HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content)));
    assertThat(status(sent).trail("village")).containsExactly("ATTEMPTING");

    assertThat(village.acknowledges(key(item), ACCEPTED).status()).isEqualTo(200);
    assertThat(village.acknowledges(key(item), ACCEPTED).status()).as("again").isEqualTo(200);

    assertThat(status(sent).trail("village")).containsExactly("ATTEMPTING", "DELIVERED");
    assertThat(find(sent, "")).isEmpty();
  }

  @Test
  void isGivenAgainUntilItIsAcknowledgedAndBeforeAnythingNew() {
    Reply first = gateway.housing().sends(forTheTownship());
    JsonNode item = given(first);
    Reply second = gateway.housing().sends(forTheTownship());
    JsonNode later = given(second);

    JsonNode listing = village.fetches("").json();

    assertThat(listing.path("items").get(0)).as("same key, same bytes").isEqualTo(item);
    assertThat(listing.path("next").asString()).isEqualTo(key(later));
    assertThat(status(first).attempts("village")).as("given again").isEqualTo(1);
    assertThat(items("limit=1")).containsExactly(item);
    assertThat(items("after=" + key(item))).as("the cursor skips").containsExactly(later);
    assertThat(status(first).delivery("village"))
        .as("and acknowledges nothing")
        .isEqualTo("ATTEMPTING");
    assertThat(village.fetches("after=" + key(later)).json().path("next").asString())
        .isEqualTo(key(later));
  }

  @Test
  void oneCaseIsGivenInItsOrder() {
    Paper decision = forTheTownship();
    Reply first = gateway.housing().sends(decision);
    JsonNode item = given(first);
    Reply second =
        gateway.housing().sends(decision.inTheSameCase().restricted().in(Paper.TOWNSHIP));
    gateway.eventually(() -> assertThat(status(second).delivery("village")).isEqualTo("READY"));

    assertThat(find(second, "")).as("behind the first").isEmpty();
    village.acknowledges(key(item), ACCEPTED);

    assertThat(find(second, "")).isPresent();
  }

  @Test
  void whatTheTownshipRefusesIsToldToTheSender() {
    Reply sent = gateway.housing().sends(forTheTownship());
    String key = key(given(sent));

    Reply refused =
        village.acknowledges(key, "{\"outcome\":\"REFUSED\",\"reason\":\"不属本\\u0000镇辖区\"}");

    assertThat(refused.status()).isEqualTo(400);
    refused = village.acknowledges(key, "{\"outcome\":\"REFUSED\",\"reason\":\"不属本镇\\n辖区\"}");
    assertThat(refused.status()).isEqualTo(200);
    MessageStatus seen = gateway.housing().looksUp(sent);
    assertThat(seen.delivery("village")).isEqualTo("REFUSED_BY_RECEIVER");
    assertThat(seen.rejection("village")).isEqualTo("不属本镇 辖区");
    assertThat(village.acknowledges(key, ACCEPTED).status()).as("changed mind").isEqualTo(409);
  }

  @Test
  void aRequestThatWaitsIsAnsweredWhenSomethingComes() throws Exception {
    long start = System.nanoTime();
    CompletableFuture<Reply> waiting =
        CompletableFuture.supplyAsync(() -> village.fetches("wait=20"));
    TimeUnit.MILLISECONDS.sleep(700);
    assertThat(waiting).isNotDone();
    Reply sent = gateway.housing().sends(forTheTownship());

    Reply answer = waiting.get(10, TimeUnit.SECONDS);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json().path("items")).hasSize(1);
    assertThat(key(answer.json().path("items").get(0))).isEqualTo(status(sent).key("village"));
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(12));
  }

  @Test
  void aRequestThatWaitsForNothingIsAnsweredWithNothingAndFewMayWait() throws Exception {
    List<CompletableFuture<Reply>> waiting = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      waiting.add(CompletableFuture.supplyAsync(() -> village.fetches("wait=3")));
    }
    TimeUnit.MILLISECONDS.sleep(1000);

    assertThat(village.fetches("wait=3").status()).as("a third").isEqualTo(429);
    for (CompletableFuture<Reply> each : waiting) {
      Reply answer = each.get(10, TimeUnit.SECONDS);
      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.json().path("items")).isEmpty();
    }
    assertThat(village.fetches("wait=1").status()).as("there is room again").isEqualTo(200);
  }

  @Test
  void whatADyingProcessGaveIsGivenAgainAndMayBeAcknowledgedMeanwhile() {
    Reply sent = gateway.housing().sends(forTheTownship());
    Reply other = gateway.housing().sends(forTheTownship());
    gateway.eventually(
        () -> {
          assertThat(status(sent).delivery("village")).isEqualTo("READY");
          assertThat(status(other).delivery("village")).isEqualTo("READY");
        });
    NodeStore nodes = gateway.part(NodeStore.class);
    long epoch = nodes.begin(Duration.ofMinutes(1));
    List<Attempt> given =
        gateway.part(DeliveryStore.class).claimEach("village", epoch, 64, Duration.ofMinutes(1));
    assertThat(given).hasSize(2);

    nodes.end(epoch);

    gateway.eventually(
        () -> assertThat(status(sent).trail("village")).contains("ATTEMPTING", "RETRY_AT"));
    assertThat(village.acknowledges(status(sent).key("village"), ACCEPTED).status())
        .as("given by the process that died")
        .isEqualTo(200);
    assertThat(status(sent).delivery("village")).isEqualTo("DELIVERED");
    assertThat(key(given(other))).isEqualTo(status(other).key("village"));
    assertThat(status(other).attempts("village")).isEqualTo(2);
  }

  @Test
  void nobodySeesOrSettlesWhatIsAnothers() {
    Reply sent = gateway.housing().sends(forTheTownship());
    gateway.eventually(() -> assertThat(status(sent).delivery("village")).isEqualTo("READY"));
    String notYetGiven = status(sent).key("village");
    assertThat(village.acknowledges(notYetGiven, ACCEPTED).status()).isEqualTo(404);
    String key = key(given(sent));

    assertThat(gateway.housing().fetches("").code()).isEqualTo("wrong-exchange");
    assertThat(gateway.housing().acknowledges(key, ACCEPTED).status()).isEqualTo(403);
    assertThat(gateway.impostorOf("village").fetches("").status()).isEqualTo(401);
    assertThat(village.acknowledges(UUID.randomUUID().toString(), ACCEPTED).status())
        .isEqualTo(404);
    assertThat(village.acknowledges("x", ACCEPTED).status()).isEqualTo(404);
    assertThat(village.acknowledges(key, "{\"outcome\":\"MAYBE\"}").status()).isEqualTo(400);
    assertThat(village.acknowledges(key, "{\"outcome\":\"REFUSED\"}").rule())
        .isEqualTo("outbox.acknowledgement");
    for (String query : List.of("limit=0", "limit=65", "wait=31", "wait=-1", "after=1-1-1-1-1")) {
      assertThat(village.fetches(query).status()).as(query).isEqualTo(400);
    }
    assertThat(status(sent).delivery("village")).isEqualTo("ATTEMPTING");
  }

  private static Paper forTheTownship() {
    return Paper.decision().restricted().in(Paper.TOWNSHIP);
  }

  private MessageStatus status(Reply sent) {
    return gateway.operator().looksUp(sent.messageId());
  }

  /** The item of this message; waits until it has come. */
  private JsonNode given(Reply sent) {
    gateway.eventually(() -> assertThat(find(sent, "")).isPresent());
    return find(sent, "").orElseThrow();
  }

  private Optional<JsonNode> find(Reply sent, String query) {
    String key = status(sent).key("village");
    return items(query).stream().filter(item -> key(item).equals(key)).findFirst();
  }

  private List<JsonNode> items(String query) {
    List<JsonNode> items = new ArrayList<>();
    village.fetches(query).json().path("items").forEach(items::add);
    return items;
  }

  private static String key(JsonNode item) {
    return item.path("deliveryKey").asString("");
  }

  private int open() {
    return gateway
        .books()
        .owner()
        .queryForObject(
            "select count(*) from delivery where receiver = 'village' and pending", Integer.class);
  }
}
