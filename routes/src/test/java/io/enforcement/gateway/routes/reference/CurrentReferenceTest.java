package io.enforcement.gateway.routes.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.enforcement.gateway.standards.codes.DivisionKnowledge;
import io.enforcement.gateway.standards.reference.ReferenceFolder;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class CurrentReferenceTest {

  private static final LocalDate DAY = LocalDate.parse("2026-11-22");
  private static final String DIVISIONS = "code,name,validFrom,validTo,successor,source\n";

  @TempDir Path data;

  @Test
  void takesOverWhatAnAdministratorAddsAndKeepsItWhenTheNextFileIsDamaged(CapturedOutput log)
      throws IOException {
    Path folder = data.resolve("reference");
    CurrentReference reference = new CurrentReference(new ReferenceFolder(folder, () -> DAY));
    assertThat(reference.get().divisions().knows("640199", DAY))
        .isEqualTo(DivisionKnowledge.UNKNOWN);

    Files.createDirectories(folder);
    Files.writeString(folder.resolve("division-zone.csv"), DIVISIONS + "640199,安平新区,,,,local\n");
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> reference.get().divisions().knows("640199", DAY) == DivisionKnowledge.KNOWN);

    Files.writeString(folder.resolve("division-broken.csv"), "no,such,header\n");
    await()
        .atMost(Duration.ofSeconds(20))
        .until(
            () -> {
              reference.get();
              return log.getOut().contains("reference data not taken over: division-broken.csv");
            });
    assertThat(reference.get().divisions().knows("640199", DAY)).isEqualTo(DivisionKnowledge.KNOWN);
  }

  @Test
  void readsTheRegistersBeforeTheFirstQuestion() throws IOException {
    try (InputStream sample =
        ReferenceFolder.class.getResourceAsStream("/standards/v1/samples/Officer/valid.json")) {
      Files.write(data.resolve("Officer.json"), sample.readAllBytes());
    }

    assertThat(
            new CurrentReference(new ReferenceFolder(data, () -> DAY))
                .get()
                .registers()
                .officer("640104011"))
        .isPresent();
  }
}
