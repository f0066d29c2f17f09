package io.enforcement.gateway.connectors.filedrop;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.enforcement.gateway.connectors.Connector.Presence;
import io.enforcement.gateway.connectors.ConnectorSettings;
import io.enforcement.gateway.connectors.Content;
import io.enforcement.gateway.connectors.Dispatch;
import io.enforcement.gateway.connectors.Outcome;
import io.enforcement.gateway.connectors.Secret;
import io.enforcement.gateway.connectors.Source.Verdict;
import io.enforcement.gateway.connectors.file.Digest;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class FileDropTest {

  private static final byte[] BODY = "{}".getBytes(UTF_8);
  private static final Dispatch DISPATCH = new Dispatch("key-1", "receipt", BODY);

  @TempDir Path root;
  private Path box;

  @BeforeEach
  void makeTheBox() throws IOException {
    box = Files.createDirectory(root.resolve("box"));
  }

  @Test
  void replacesNothingThatAppearsWhileItWrites() throws IOException {
    LocalFolder folder = LocalFolder.of(settings(), "directory", "");
    folder.write("a.json.part", Content.of(BODY));
    Files.writeString(box.resolve("a.json"), "somebody was faster");
    assertThatExceptionOfType(FileAlreadyExistsException.class)
        .isThrownBy(() -> folder.move("a.json.part", folder, "a.json"));
    assertThat(box.resolve("a.json")).hasContent("somebody was faster");
    assertThat(box.resolve("a.json.part")).hasBinaryContent(BODY);
  }

  @Test
  void writesThroughNoLinkThatLiesInWait() throws IOException {
    Path victim = Files.writeString(root.resolve("victim"), "precious");
    Files.createSymbolicLink(box.resolve("key-1.dat.part"), victim);
    try (var connector = new FileDropConnector(settings())) {
      assertThat(connector.send(DISPATCH)).isInstanceOf(Outcome.Unavailable.class);
    }
    assertThat(victim).hasContent("precious");
  }

  @Test
  void putsNothingIntoAFolderThatIsALinkElsewhere() throws Exception {
    Path elsewhere = Files.createDirectory(root.resolve("elsewhere"));
    Files.createSymbolicLink(root.resolve("done"), elsewhere);
    Files.write(box.resolve("a.csv"), BODY);
    Files.write(box.resolve("a.csv.sha256"), Digest.sideFile(BODY, "a.csv"));
    try (var source = new FileDropSource(settings())) {
      assertThatExceptionOfType(FileDropSource.Unreachable.class)
          .isThrownBy(() -> source.poll(1, item -> Verdict.TAKEN));
    }
    assertThat(elsewhere).isEmptyDirectory();
    assertThat(box.resolve("a.csv")).exists();
  }

  @Test
  void doesNotWaitForAPipe() throws Exception {
    assertThat(new ProcessBuilder("mkfifo", box.resolve("a.csv").toString()).start().waitFor())
        .isZero();
    try (var source = new FileDropSource(settings("ready", "stable", "stable-for", "PT0S"))) {
      assertThat(source.poll(10, item -> Verdict.TAKEN)).isZero();
      assertThat(source.poll(10, item -> Verdict.TAKEN)).isZero();
    }
  }

  @Test
  void takesAFileWithoutDigestOnceItStoppedChanging() throws Exception {
    AtomicLong nanos = new AtomicLong();
    Files.writeString(box.resolve("a.csv"), "1");
    try (var source =
        new FileDropSource(settings("ready", "stable", "stable-for", "PT5S"), nanos::get)) {
      assertThat(source.poll(10, item -> Verdict.TAKEN)).isZero();
      Files.writeString(box.resolve("a.csv"), "12");
      nanos.addAndGet(Duration.ofSeconds(6).toNanos());
      assertThat(source.poll(10, item -> Verdict.TAKEN)).as("it grew").isZero();
      nanos.addAndGet(Duration.ofSeconds(5).toNanos());
      assertThat(source.poll(10, item -> Verdict.TAKEN)).isEqualTo(1);
    }
  }

  @Test
  void tellsThatAMountIsGoneAndComesBackToLife() throws IOException {
    try (var connector = new FileDropConnector(settings())) {
      Files.delete(box);
      assertThat(connector.send(DISPATCH).reason())
          .isEqualTo("the folder is not there; is it mounted?");
      Files.createDirectory(box);
      assertThat(connector.send(DISPATCH)).isInstanceOf(Outcome.Accepted.class);
    }
  }

  @Test
  void knowsWhatThePartnerTookAway() throws IOException {
    Files.write(Files.createDirectory(root.resolve("taken")).resolve("key-1.dat"), new byte[1]);
    try (var connector = new FileDropConnector(settings("done", "taken"))) {
      assertThat(connector.ask(DISPATCH)).isEqualTo(Presence.FOUND);
      assertThat(connector.send(DISPATCH)).isInstanceOf(Outcome.Accepted.class);
    }
    assertThat(box).isEmptyDirectory();
  }

  @Test
  void refusesFoldersOutsideTheRoot() {
    for (String folder : new String[] {"../up", "a/../../b", "/etc", "a\\..\\b"}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> new FileDropSource(settings("directory", folder)))
          .withMessage("partner city: setting directory is not a plain folder below root");
    }
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new FileDropConnector(settings("root", "relative")))
        .withMessage("partner city: setting root is not an absolute path");
  }

  private ConnectorSettings settings(String... more) {
    Map<String, String> values = new HashMap<>(Map.of("root", root.toString(), "directory", "box"));
    for (int i = 0; i < more.length; i += 2) {
      values.put(more[i], more[i + 1]);
    }
    return new ConnectorSettings("city", values, name -> new Secret("unused"));
  }
}
