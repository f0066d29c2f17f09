package io.enforcement.gateway.connectors.sftp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.enforcement.gateway.connectors.ConnectorSettings;
import io.enforcement.gateway.connectors.Dispatch;
import io.enforcement.gateway.connectors.Outcome;
import io.enforcement.gateway.connectors.Secret;
import io.enforcement.gateway.connectors.file.FarSide;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.sshd.sftp.common.SftpException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What we rely on in a server, and what we offer to it. */
@Timeout(60)
class SftpServersTest {

  private static final Dispatch DISPATCH = new Dispatch("key-1", "receipt", "{}".getBytes(UTF_8));

  @TempDir Path home;

  /** A name that is taken between our look and our rename stays who it was. */
  @ParameterizedTest
  @EnumSource(names = {"EMBEDDED_SFTP", "OPENSSH"})
  void refuseToRenameOntoAnExistingName(FarSide.Kind kind) throws Exception {
    Files.writeString(home.resolve("mine.part"), "mine");
    Files.writeString(home.resolve("theirs"), "theirs");
    try (FarSide far = kind.over(home);
        SftpLink link = new SftpLink(SftpSettings.of(far.settings()))) {
      assertThatExceptionOfType(SftpException.class)
          .isThrownBy(
              () ->
                  link.with(
                      channel -> {
                        channel.rename("mine.part", "theirs");
                        return null;
                      }));
    }
    assertThat(home.resolve("theirs")).hasContent("theirs");
    assertThat(home.resolve("mine.part")).hasContent("mine");
  }

  @ParameterizedTest
  @EnumSource(names = {"EMBEDDED_SFTP", "OPENSSH"})
  void areStrangersUnlessTheirKeyIsThePinnedOne(FarSide.Kind kind) throws Exception {
    Files.createDirectory(home.resolve("box"));
    String other = "SHA256:" + "A".repeat(43);
    try (FarSide far = kind.over(home);
        var connector = new SftpConnector(far.settings("host-key-fingerprint", other))) {
      Outcome outcome = connector.send(DISPATCH);
      assertThat(outcome).isInstanceOf(Outcome.Unavailable.class);
      assertThat(outcome.reason()).isEqualTo("host key is not the pinned one");
    }
    assertThat(home.resolve("box")).isEmptyDirectory();
  }

  @Test
  void doNotLetUsInWithoutTheKey() throws Exception {
    try (FarSide far = FarSide.Kind.OPENSSH.over(home);
        var connector = new SftpConnector(withPassword(far.settings()))) {
      assertThat(connector.send(DISPATCH).reason()).isEqualTo("the server does not let us in");
    }
  }

  private static ConnectorSettings withPassword(ConnectorSettings settings) {
    return new ConnectorSettings(settings.partner(), settings.values(), name -> new Secret("no"));
  }
}
