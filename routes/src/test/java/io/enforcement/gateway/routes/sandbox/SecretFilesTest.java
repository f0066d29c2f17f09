package io.enforcement.gateway.routes.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretFilesTest {

  @TempDir Path directory;

  @Test
  void makesASecretOnceAndForItsOwnerOnly() throws IOException {
    Path folder = directory.resolve("secrets");
    String first = new SecretFiles(folder).secret("housing").reveal();
    assertThat(first).matches("[0-9a-f]{48}");
    assertThat(new SecretFiles(folder).secret("housing").reveal()).isEqualTo(first);
    assertThat(new SecretFiles(folder).secret("credit").reveal()).isNotEqualTo(first);
    assertThat(
            PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("housing"))))
        .isEqualTo("rw-------");
  }

  @Test
  void countsTheRunsOnOneDirectory() {
    assertThat(Runs.next(directory)).isZero();
    assertThat(Runs.next(directory)).isEqualTo(1);
  }
}
