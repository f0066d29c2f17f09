package io.enforcement.gateway.connectors.sftp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.enforcement.gateway.connectors.Connector.Presence;
import io.enforcement.gateway.connectors.Dispatch;
import io.enforcement.gateway.connectors.Outcome;
import java.io.IOException;
import java.nio.file.CopyOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import org.apache.sshd.server.session.ServerSession;
import org.apache.sshd.sftp.server.FileHandle;
import org.apache.sshd.sftp.server.Handle;
import org.apache.sshd.sftp.server.SftpEventListener;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A file appears whole, once, under a name that holds the delivery key; its digest comes last. */
@Timeout(60)
class SftpConnectorTest {

  private static final Dispatch DISPATCH = new Dispatch("key-1", "receipt", "{}".getBytes(UTF_8));

  @TempDir Path home;
  private SftpPartner partner;
  private Path file;

  @BeforeEach
  void openPartner() throws IOException {
    partner = new SftpPartner(home);
    file = Files.createDirectories(home.resolve("box")).resolve("key-1.json");
  }

  @AfterEach
  void closePartner() throws IOException {
    partner.close();
  }

  @Test
  void leavesTheFileThenItsDigestAndNoPart() {
    try (var connector = connector()) {
      assertThat(connector.ask(DISPATCH)).isEqualTo(Presence.NOT_FOUND);
      assertThat(connector.send(DISPATCH)).isInstanceOf(Outcome.Accepted.class);
      assertThat(connector.ask(DISPATCH)).isEqualTo(Presence.FOUND);
    }
    assertThat(file).hasBinaryContent(DISPATCH.body());
    assertThat(home.resolve("box/key-1.json.sha256"))
        .content()
        .isEqualTo(
            "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a  key-1.json\n");
    assertThat(home.resolve("box/key-1.json.part")).doesNotExist();
  }

  @Test
  void writesInTheOrderThatShowsNoHalfFile() {
    List<String> steps = Collections.synchronizedList(new ArrayList<>());
    partner.watchedBy(
        new SftpEventListener() {
          @Override
          public void open(ServerSession session, String id, Handle handle) {
            steps.add("open " + handle.getFile().getFileName());
          }

          @Override
          public void moved(
              ServerSession session,
              Path from,
              Path to,
              Collection<CopyOption> options,
              Throwable thrown) {
            steps.add("rename to " + to.getFileName());
          }
        });
    try (var connector = connector()) {
      connector.send(DISPATCH);
    }
    assertThat(steps)
        .containsExactly(
            "open key-1.json.part",
            "rename to key-1.json",
            "open key-1.json.sha256.part",
            "rename to key-1.json.sha256");
  }

  @Test
  void sendingAgainChangesNothing() throws IOException {
    try (var connector = connector()) {
      connector.send(DISPATCH);
      var before = Files.getLastModifiedTime(file);
      assertThat(connector.send(DISPATCH)).isInstanceOf(Outcome.Accepted.class);
      assertThat(Files.getLastModifiedTime(file)).isEqualTo(before);
    }
  }

  @Test
  void completesAMissingDigest() throws IOException {
    Files.write(file, DISPATCH.body());
    try (var connector = connector()) {
      assertThat(connector.ask(DISPATCH)).isEqualTo(Presence.NOT_FOUND);
      assertThat(connector.send(DISPATCH)).isInstanceOf(Outcome.Accepted.class);
    }
    assertThat(home.resolve("box/key-1.json.sha256")).exists();
  }

  @Test
  void neverRenamesOntoAnotherFile() throws IOException {
    Files.writeString(file, "somebody else's");
    try (var connector = connector()) {
      assertThat(connector.send(DISPATCH)).isInstanceOf(Outcome.Refused.class);
    }
    assertThat(file).hasContent("somebody else's");
  }

  @Test
  void knowsWhatThePartnerTookAway() throws IOException {
    Files.write(Files.createDirectories(home.resolve("taken")).resolve("key-1.json"), new byte[1]);
    try (var connector =
        new SftpConnector(partner.settings("extension", "json", "done", "taken"))) {
      assertThat(connector.ask(DISPATCH)).isEqualTo(Presence.FOUND);
      assertThat(connector.send(DISPATCH)).isInstanceOf(Outcome.Accepted.class);
    }
    assertThat(file).doesNotExist();
  }

  @Test
  void aCutWhileWritingIsUnavailableAndRepeatable() throws IOException {
    CutOnce cut = new CutOnce();
    partner.watchedBy(cut);
    try (var connector = connector()) {
      assertThat(connector.send(DISPATCH)).isInstanceOf(Outcome.Unavailable.class);
      assertThat(file).doesNotExist();
      assertThat(connector.send(DISPATCH)).isInstanceOf(Outcome.Accepted.class);
    }
    assertThat(file).hasBinaryContent(DISPATCH.body());
  }

  @Test
  void aCutAtTheRenameIsAmbiguousAndTheQuestionSettlesIt() {
    partner.watchedBy(
        new SftpEventListener() {
          private boolean done;

          @Override
          public void moved(
              ServerSession session,
              Path from,
              Path to,
              Collection<CopyOption> options,
              Throwable thrown) {
            if (!done) {
              done = true;
              session.close(true);
            }
          }
        });
    try (var connector = connector()) {
      assertThat(connector.send(DISPATCH)).isInstanceOf(Outcome.Ambiguous.class);
      assertThat(connector.ask(DISPATCH)).isEqualTo(Presence.NOT_FOUND);
      assertThat(connector.send(DISPATCH)).isInstanceOf(Outcome.Accepted.class);
      assertThat(connector.ask(DISPATCH)).isEqualTo(Presence.FOUND);
    }
  }

  @Test
  void aStrangersKeyIsUnavailableAndGetsNoPassword() throws IOException {
    try (var connector = connector()) {
      partner.stops();
      partner.comesBackWithAnotherKey();
      Outcome outcome = connector.send(DISPATCH);
      assertThat(outcome).isInstanceOf(Outcome.Unavailable.class);
      assertThat(outcome.reason()).isEqualTo("host key is not the pinned one");
      assertThat(connector.ask(DISPATCH)).isEqualTo(Presence.UNKNOWN);
    }
  }

  private SftpConnector connector() {
    return new SftpConnector(partner.settings("extension", "json"));
  }

  private static final class CutOnce implements SftpEventListener {
    private boolean done;

    @Override
    public void written(
        ServerSession session,
        String id,
        FileHandle handle,
        long offset,
        byte[] data,
        int dataOffset,
        int length,
        Throwable thrown) {
      if (!done) {
        done = true;
        session.close(true);
      }
    }
  }
}
