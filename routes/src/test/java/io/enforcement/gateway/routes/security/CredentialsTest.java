package io.enforcement.gateway.routes.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

class CredentialsTest {

  @TempDir Path dataDir;
  private Path file;

  @BeforeEach
  void secretsFolder() throws Exception {
    Files.createDirectory(dataDir.resolve("secrets"));
    file = dataDir.resolve("secrets/city-management");
  }

  @Test
  void theEnvironmentComesBeforeTheFile() throws Exception {
    Files.writeString(file, "from the file");
    var credentials =
        new Credentials(dataDir, Map.of("GATEWAY_SECRET_CITY_MANAGEMENT", "from outside"));
    assertThat(credentials.byName("city-management").reveal()).isEqualTo("from outside");
  }

  @Test
  void aReplacedFileIsReadAgain() throws Exception {
    var credentials = new Credentials(dataDir, Map.of());
    Files.writeString(file, "old\n");
    assertThat(credentials.byName("city-management").reveal()).isEqualTo("old");
    Files.writeString(file, "new\n");
    Files.setLastModifiedTime(file, FileTime.from(Instant.now().plusSeconds(5)));
    assertThat(credentials.byName("city-management").reveal()).isEqualTo("new");
  }

  @Test
  void aMissingSecretNamesBothPlaces() {
    assertThatThrownBy(() -> new Credentials(dataDir, Map.of()).byName("city-management"))
        .isInstanceOf(MissingSecret.class)
        .hasMessageContaining("GATEWAY_SECRET_CITY_MANAGEMENT")
        .hasMessageContaining(file.toString());
  }

  @Test
  void anEmptyFileIsNoSecret() throws Exception {
    Files.writeString(file, " \n");
    assertThatThrownBy(() -> new Credentials(dataDir, Map.of()).byName("city-management"))
        .isInstanceOf(MissingSecret.class)
        .hasMessageContaining("is empty");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "../x", "a/b", "A", "a.token", "a\n"})
  void aNameStaysInsideTheFolder(String name) {
    assertThatThrownBy(() -> new Credentials(dataDir, Map.of()).byName(name))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void warnsOfAFileThatOthersCanReadWithoutShowingIt() throws Exception {
    Files.writeString(file, "value-4711");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
    Logger logger = (Logger) LoggerFactory.getLogger(Credentials.class);
    ListAppender<ILoggingEvent> log = new ListAppender<>();
    log.start();
    Level level = logger.getLevel();
    logger.setLevel(Level.WARN);
    logger.addAppender(log);
    try {
      new Credentials(dataDir, Map.of()).byName("city-management");
    } finally {
      logger.setLevel(level);
      logger.detachAppender(log);
    }
    assertThat(log.list)
        .extracting(ILoggingEvent::getFormattedMessage)
        .singleElement()
        .asString()
        .contains("city-management", "600")
        .doesNotContain("4711");
  }
}
