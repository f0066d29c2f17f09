package io.enforcement.gateway.routes.sandbox.farside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.enforcement.gateway.routes.sandbox.farside.Behaviour.Kind;
import io.enforcement.gateway.routes.sandbox.farside.Ledger.Event;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MountPartnerTest {

  private static final String KEY = "0192f0c1-0000-7000-8000-000000000001";
  @TempDir Path directory;
  private MountPartner department;

  @BeforeEach
  void start() {
    department =
        new MountPartner(
            "social-security", directory, List.of("out/cf"), List.of("in/gd", "in/hz"));
  }

  @AfterEach
  void stop() {
    department.close();
  }

  @Test
  void dropsAFileWholeWithItsDigestBesideIt() {
    department.drop("out/cf", "a.xlsx", new byte[] {1, 2});

    assertThat(department.root().resolve("out/cf").toFile().list())
        .containsExactlyInAnyOrder("a.xlsx", "a.xlsx.sha256");
    assertThat(department.waiting()).isEqualTo(2);
  }

  @Test
  void findsWhatIsLeftInEachOfItsFolders() throws IOException {
    leave("in/gd", KEY);
    leave("in/hz", KEY.replace('1', '2'));

    await().until(() -> department.ledger().keys(Event.ARRIVED).size() == 2);
  }

  @Test
  void isNotMountedWhileItIsDown() {
    department.drop("out/cf", "a.xlsx", new byte[] {1, 2});
    department.behave(Behaviour.of(Kind.DOWN));
    assertThat(department.root()).doesNotExist();
    assertThat(department.waiting()).as("its own folders are there").isEqualTo(2);

    department.behave(Behaviour.ok());
    assertThat(department.root().resolve("out/cf/a.xlsx")).exists();
  }

  private void leave(String folder, String key) throws IOException {
    byte[] body = key.getBytes(StandardCharsets.US_ASCII);
    Path file = department.folder(folder).resolve(key + ".csv");
    Files.write(file, body);
    Files.writeString(
        file.resolveSibling(file.getFileName() + ".sha256"),
        Digests.sha256(body) + "  " + file.getFileName() + "\n");
  }
}
