package io.enforcement.gateway.routes.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.enforcement.gateway.routes.alarm.SilenceWatch;
import io.enforcement.gateway.routes.sandbox.farside.Behaviour;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What stops intake for a while, and what people are told although nothing failed. */
class BrakesStoryTest {

  private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
  private static final int MIB = 1 << 20;
  private static final Duration A_WHILE = Duration.ofSeconds(3);

  @TempDir Path folder;

  /** A volume of 16 MiB that is filled and emptied; only root may mount one. */
  @Test
  void aVolumeThatFillsUpStopsIntakeFirstAndThenNewWorkAndAllGoesOnWhenThereIsRoom()
      throws Exception {
    Path volume = Files.createDirectory(folder.resolve("volume"));
    assumeTrue(
        run("mount", "-t", "tmpfs", "-o", "size=16m", "none", volume.toString()),
        "no volume can be mounted here");
    try (StoryGateway gateway =
        StoryGateway.with(site -> Map.of("gateway.disk.volumes[0]", volume.toString()))) {
      Desk housing = gateway.housing();
      Operator operator = gateway.operator();
      gateway.publicity().behave(Behaviour.of(Behaviour.Kind.ERROR_500));
      Reply waiting = housing.sends(Paper.decision());
      gateway.eventually(
          () -> assertThat(housing.looksUp(waiting).delivery("publicity")).isEqualTo("PARKED"));
      gateway.publicity().behave(Behaviour.ok());

      fill(volume, 13 * MIB + MIB / 8);
      gateway.eventually(
          () ->
              assertThat(alarm(operator, "DISK"))
                  .hasValueSatisfying(a -> assertThat(a.toString()).contains("ALARM")));
      assertThat(housing.sends(Paper.decision()).status()).as("an alarm only").isEqualTo(202);

      fill(volume, 15 * MIB + MIB / 4);
      gateway.eventually(
          () ->
              assertThat(alarm(operator, "DISK"))
                  .hasValueSatisfying(a -> assertThat(a.toString()).contains("ESSENTIAL")));
      Reply refused = housing.sends(Paper.decision());
      assertThat(refused.status()).isEqualTo(503);
      assertThat(refused.code()).isEqualTo("no-room");
      CityDesk market = new CityDesk(gateway, gateway.market());
      CityFile file = CityFile.of(1);
      market.drops(file);
      assertThat(operator.replays(waiting.messageId(), "publicity").status()).isEqualTo(202);
      await()
          .during(A_WHILE)
          .atMost(A_WHILE.plusSeconds(20))
          .untilAsserted(
              () -> assertThat(housing.looksUp(waiting).delivery("publicity")).isEqualTo("READY"));

      fill(volume, 14 * MIB + MIB / 4);
      gateway.eventually(
          () ->
              assertThat(housing.looksUp(waiting).delivery("publicity"))
                  .as("deliveries go on")
                  .isEqualTo("DELIVERED"));
      assertThat(housing.sends(Paper.decision()).code()).isEqualTo("no-room");
      assertThat(market.has("out", file.name())).as("it stays where it is").isTrue();
      assertThat(told(gateway, "no-room")).as("the trail is not filled with it").isZero();

      fill(volume, MIB);
      gateway.eventually(() -> assertThat(housing.sends(Paper.decision()).status()).isEqualTo(202));
      assertThat(market.receiptFor(file.name()).path("接收条数").asInt()).isEqualTo(1);
      assertThat(alarm(operator, "DISK")).isEmpty();
    } finally {
      run("umount", volume.toString());
    }
  }

  @Test
  void aSenderThatFloodsIsHeldShownAndLetGoByANamedPerson() {
    try (StoryGateway gateway = StoryGateway.with(site -> Map.of("gateway.flood.most", "5"))) {
      Desk housing = gateway.housing();
      Operator operator = gateway.operator();
      Paper same = Paper.decision();
      for (int i = 0; i < 5; i++) {
        assertThat(housing.sends(same).status()).as("key %d", i).isEqualTo(202);
      }

      Reply held = housing.sends(same);

      assertThat(held.status()).isEqualTo(429);
      assertThat(held.code()).isEqualTo("sender-held");
      assertThat(housing.sends(Paper.decision()).code())
          .as("its exchange")
          .isEqualTo("sender-held");
      String status = "/api/v1/messages?partner=housing&exchange=penalty-decision";
      assertThat(housing.reads(status).status()).as("its credentials are good").isEqualTo(200);
      CityDesk market = new CityDesk(gateway, gateway.market());
      market.seesAGoodFileThrough();
      JsonNode alarm = alarm(operator, "SENDER_HELD").orElseThrow();
      assertThat(alarm.path("partner").asString()).isEqualTo("housing");
      assertThat(alarm.path("exchange").asString()).isEqualTo("penalty-decision");

      gateway.restart();
      assertThat(gateway.housing().sends(same).code())
          .as("a restart frees nobody")
          .isEqualTo("sender-held");

      String release = "/api/v1/alarms/held/housing/penalty-decision/release";
      assertThat(gateway.operator().posts(release).status()).isEqualTo(204);
      assertThat(gateway.operator().posts(release).status()).isEqualTo(404);
      assertThat(gateway.housing().sends(Paper.decision()).status()).isEqualTo(202);
      assertThat(alarm(gateway.operator(), "SENDER_HELD")).isEmpty();
      List<String> actors =
          gateway
              .books()
              .runtime()
              .queryForList(
                  "select actor from event where milestone in ('SENDER_HELD', 'SENDER_RELEASED')"
                      + " order by id",
                  String.class);
      assertThat(actors).containsExactly("gateway", Operator.NAME);
    }
  }

  @Test
  void aPartnerThatIsSilentIsToldUntilItSpeaks() {
    try (StoryGateway gateway =
        StoryGateway.with(site -> Map.of("gateway.movable-clock", "true"))) {
      Operator operator = gateway.operator();
      SilenceWatch watch = gateway.part(SilenceWatch.class);
      watch.look();
      assertThat(silent(operator)).as("nothing was due since it began").isEmpty();
      String tomorrow =
          LocalDate.now(CHINA).plusDays(1) + "T18:01:00%2B08:00"; // a plus in a query is a space
      assertThat(operator.posts("/api/v1/clock?to=" + tomorrow).status()).isEqualTo(200);

      watch.look();

      assertThat(silent(operator).orElseThrow().path("exchange").asString()).isEqualTo("receipt");
      String receipt =
          "{\"key\":\"%s\",\"outcome\":\"ACCEPTED\",\"at\":\"2026-11-20T10:00:00+08:00\"}"
              .formatted(UUID.randomUUID());
      Reply sent =
          gateway
              .desk("prosecutor")
              .posts(
                  "receipt",
                  "silence-" + UUID.randomUUID(),
                  "application/json",
                  receipt.getBytes(StandardCharsets.UTF_8));
      assertThat(sent.status()).isEqualTo(202);
      watch.look();
      assertThat(silent(operator)).isEmpty();
    }
  }

  private static Optional<JsonNode> silent(Operator operator) {
    return StreamSupport.stream(operator.reads("/api/v1/alarms").json().spliterator(), false)
        .filter(a -> a.path("kind").asString().equals("PARTNER_SILENT"))
        .filter(a -> a.path("partner").asString().equals("prosecutor"))
        .findFirst();
  }

  private static Optional<JsonNode> alarm(Operator operator, String kind) {
    return StreamSupport.stream(operator.reads("/api/v1/alarms").json().spliterator(), false)
        .filter(a -> a.path("kind").asString().equals(kind))
        .findFirst();
  }

  private static int told(StoryGateway gateway, String word) {
    return gateway
        .books()
        .runtime()
        .queryForObject(
            "select count(*) from event where detail like '%' || ? || '%'", Integer.class, word);
  }

  /** Brings what lies on the volume to this size. */
  private static void fill(Path volume, int bytes) throws IOException {
    Files.write(volume.resolve("ballast"), new byte[bytes]);
  }

  private static boolean run(String... command) {
    try {
      return new ProcessBuilder(command).start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
