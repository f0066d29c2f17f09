package io.enforcement.gateway.routes.sandbox.farside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.enforcement.gateway.connectors.Secret;
import io.enforcement.gateway.routes.sandbox.farside.Behaviour.Kind;
import io.enforcement.gateway.routes.sandbox.farside.Ledger.Event;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.PublicKey;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.client.SftpClientFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FilePartnerTest {

  private static final String KEY = "0192f0c1-0000-7000-8000-000000000001";
  private static final Secret PASSWORD = new Secret("an-invented-password");
  private final AtomicReference<PublicKey> hostKey = new AtomicReference<>();
  @TempDir Path directory;
  private FilePartner department;
  private SshClient ssh;

  @BeforeEach
  void start() {
    department =
        new FilePartner(
            "city-management", directory, "gateway", PASSWORD, List.of(FilePartner.OUT));
    ssh = SshClient.setUpDefaultClient();
    ssh.setServerKeyVerifier(
        (session, address, key) -> {
          hostKey.set(key);
          return true;
        });
    ssh.start();
  }

  @AfterEach
  void stop() {
    ssh.stop();
    department.close();
  }

  @Test
  void dropsAFileWholeWithItsDigestBesideIt() throws Exception {
    byte[] content = "记录编号\r\n".getBytes("GB18030");
    department.drop(FilePartner.OUT, "a.csv", content);
    withSftp(
        sftp -> {
          try (InputStream file = sftp.read("/out/a.csv");
              InputStream side = sftp.read("/out/a.csv.sha256")) {
            assertThat(file.readAllBytes()).isEqualTo(content);
            assertThat(new String(side.readAllBytes(), StandardCharsets.US_ASCII))
                .isEqualTo(Digests.sha256(content) + "  a.csv\n");
          }
          assertThat(sftp.readEntries("/out"))
              .noneMatch(entry -> entry.getFilename().endsWith(".part"));
        });
    assertThat(department.ledger().keys(Event.SENT)).containsOnlyKeys("a.csv");
  }

  @Test
  void showsTheHostKeyThatItTellsTheFingerprintOf() throws Exception {
    withSftp(sftp -> assertThat(sftp.isOpen()).isTrue());
    assertThat(KeyUtils.getFingerPrint(hostKey.get())).isEqualTo(department.hostKeyFingerprint());
  }

  @Test
  void countsAReceiptOnceItsDigestIsThere() throws Exception {
    byte[] receipt = "{}".getBytes(StandardCharsets.UTF_8);
    String digest = Digests.sha256(receipt) + "  " + KEY + ".json\n";
    withSftp(
        sftp -> {
          write(sftp, "/in/" + KEY + ".json", receipt);
          assertThat(department.receipts()).isEmpty();
          write(sftp, "/in/" + KEY + ".json.sha256", digest.getBytes(StandardCharsets.US_ASCII));
        });
    await().untilAsserted(() -> assertThat(department.receipts()).hasSize(1));
    assertThat(department.ledger().keys(Event.ARRIVED)).containsOnlyKeys(KEY);
  }

  @Test
  void saysSoWhenAReceiptDoesNotMatchItsDigest() throws Exception {
    String wrong = Digests.sha256(new byte[] {1}) + "\n";
    withSftp(
        sftp -> {
          write(sftp, "/in/" + KEY + ".json", new byte[] {2});
          write(sftp, "/in/" + KEY + ".json.sha256", wrong.getBytes(StandardCharsets.US_ASCII));
        });
    await().untilAsserted(() -> assertThat(department.ledger().count(Event.REFUSED)).isEqualTo(1));
    assertThat(department.receipts()).isEmpty();
  }

  @Test
  void letsNobodyInWhileItRefusesAndNobodyReachItWhileItIsDown() throws Exception {
    department.behave(Behaviour.refuse("password expired"));
    assertThatThrownBy(() -> withSftp(sftp -> {})).isInstanceOf(IOException.class);
    department.behave(Behaviour.of(Kind.DOWN));
    assertThatThrownBy(() -> withSftp(sftp -> {})).isInstanceOf(IOException.class);
    department.behave(Behaviour.ok());
    withSftp(sftp -> assertThat(sftp.isOpen()).isTrue());
  }

  @Test
  void failsBeforeTheWorkOrAfterIt() throws Exception {
    department.behave(Behaviour.of(Kind.ERROR_500));
    assertThatThrownBy(() -> withSftp(sftp -> write(sftp, "/in/x.part", new byte[] {1})))
        .isInstanceOf(IOException.class);
    department.behave(Behaviour.ok());
    withSftp(sftp -> write(sftp, "/in/x.part", new byte[] {1}));
    department.behave(Behaviour.of(Kind.ERROR_500_AFTER_WORK));
    assertThatThrownBy(() -> withSftp(sftp -> sftp.rename("/in/x.part", "/in/x")))
        .isInstanceOf(IOException.class);
    assertThat(department.folder("in").resolve("x")).exists();
  }

  private interface Work {
    void on(SftpClient sftp) throws IOException;
  }

  private void withSftp(Work work) throws IOException {
    try (ClientSession session =
        ssh.connect("gateway", "127.0.0.1", department.port())
            .verify(Duration.ofSeconds(10))
            .getSession()) {
      session.addPasswordIdentity(PASSWORD.reveal());
      session.auth().verify(Duration.ofSeconds(10));
      try (SftpClient sftp = SftpClientFactory.instance().createSftpClient(session)) {
        work.on(sftp);
      }
    }
  }

  private static void write(SftpClient sftp, String path, byte[] bytes) throws IOException {
    try (OutputStream out = sftp.write(path)) {
      out.write(bytes);
    }
  }
}
