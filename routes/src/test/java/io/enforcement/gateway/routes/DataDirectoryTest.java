package io.enforcement.gateway.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryTest {

  @TempDir Path temporary;

  @Test
  void refusesASecondGatewayUntilTheFirstIsGone() {
    Path directory = temporary.resolve("data");
    try (DataDirectory first = DataDirectory.open(directory)) {
      assertThatThrownBy(() -> DataDirectory.open(directory))
          .isInstanceOf(CannotStart.class)
          .hasMessageContaining("Another gateway is running");
      assertThat(first.path()).isDirectory();
    }
    DataDirectory.open(directory).close();
  }

  @Test
  void refusesAFileInPlaceOfTheDirectory() throws IOException {
    Path file = Files.createFile(temporary.resolve("data"));

    assertThatThrownBy(() -> DataDirectory.open(file))
        .isInstanceOf(CannotStart.class)
        .hasMessageContaining("cannot be written");
  }

  @Test
  void makesASecretOnceAndKeepsItFromOthers() throws IOException {
    Path file = temporary.resolve("secrets/word");
    String made;
    try (DataDirectory data = DataDirectory.open(temporary)) {
      made = data.generatedSecret("word").reveal();
    }
    try (DataDirectory data = DataDirectory.open(temporary)) {
      assertThat(data.generatedSecret("word").reveal()).isEqualTo(made).hasSize(48);
      assertThat(data.secret("another")).isEmpty();
    }
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.getParent())))
        .isEqualTo("rwx------");
  }
}
