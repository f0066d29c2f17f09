package io.enforcement.gateway.routes.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.enforcement.gateway.routes.audit.AuditWatch;
import io.enforcement.gateway.routes.clock.MovableClock;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What cannot be proven is not taken in. */
class AuditStopStoryTest {

  @TempDir Path folder;

  @Test
  void intakeStopsWhileTheTrailCannotBeExportedAndGoesOnAfterwards() throws IOException {
    Path volume = Files.createDirectory(folder.resolve("volume"));
    try (StoryGateway gateway =
        StoryGateway.with(
            site ->
                Map.of(
                    "gateway.audit.export", volume.toString(),
                    "gateway.audit.alarm-after", "PT5S",
                    "gateway.audit.stop-after", "PT12S"))) {
      Desk housing = gateway.housing();
      assertThat(housing.sends(Paper.decision()).status()).isEqualTo(202);
      gateway.eventually(() -> assertThat(Files.list(volume)).hasSize(3));
      Files.move(volume, folder.resolve("unmounted"));
      assertThat(housing.sends(Paper.decision()).status()).isEqualTo(202);

      gateway.eventually(() -> assertThat(health(gateway)).isEqualTo("DOWN"));
      gateway.eventually(
          () -> {
            Reply refused = housing.sends(Paper.decision());
            assertThat(refused.status()).isEqualTo(503);
            assertThat(refused.code()).isEqualTo("audit-behind");
          });
      assertThat(bringsAFile(gateway)).isEqualTo(503);
      Integer told =
          gateway
              .books()
              .runtime()
              .queryForObject(
                  "select count(*) from event where detail like '%audit-behind%'", Integer.class);
      assertThat(told).isZero();

      Files.move(folder.resolve("unmounted"), volume);
      gateway.eventually(() -> assertThat(housing.sends(Paper.decision()).status()).isEqualTo(202));
      gateway.eventually(() -> assertThat(health(gateway)).isEqualTo("UP"));
    }
  }

  @Test
  void aClockThatIsMovedStopsNothing() throws IOException {
    Path volume = Files.createDirectory(folder.resolve("volume"));
    try (StoryGateway gateway =
        StoryGateway.with(
            site ->
                Map.of(
                    "gateway.movable-clock", "true", "gateway.audit.export", volume.toString()))) {
      Files.move(volume, folder.resolve("unmounted"));
      assertThat(gateway.housing().sends(Paper.decision()).status()).isEqualTo(202);
      gateway.part(MovableClock.class).moveTo(Instant.now().plus(Duration.ofHours(5)));

      gateway.eventually(() -> assertThat(unexportedSeconds(gateway)).isBetween(1L, 600L));
      assertThat(gateway.housing().sends(Paper.decision()).status()).isEqualTo(202);
      assertThat(health(gateway)).isEqualTo("UP");
      Files.move(folder.resolve("unmounted"), volume);
    }
  }

  private static long unexportedSeconds(StoryGateway gateway) {
    return (long) gateway.part(AuditWatch.class).health().getDetails().get("unexportedSeconds");
  }

  private static int bringsAFile(StoryGateway gateway) {
    byte[] file = "%PDF-1.4 invented".getBytes(StandardCharsets.US_ASCII);
    return new FileDesk(gateway.base(), "housing", gateway.secret("housing"))
        .puts("sha256:" + "0".repeat(64), FileDesk.PDF, file)
        .statusCode();
  }

  private static String health(StoryGateway gateway) {
    return gateway.part(AuditWatch.class).health().getStatus().getCode();
  }
}
