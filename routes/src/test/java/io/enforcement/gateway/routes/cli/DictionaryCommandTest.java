package io.enforcement.gateway.routes.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.enforcement.gateway.standards.edition.Edition;
import io.enforcement.gateway.standards.edition.EditionFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DictionaryCommandTest {

  @TempDir Path folder;

  @Test
  void writesEveryFileOfTheEditionAndMayDoSoAgain() throws IOException {
    Path out = folder.resolve("a/b");

    assertThat(EnforcementGateway.run("dictionary", "--out", out.toString())).isZero();
    Files.delete(out.resolve("index.html"));
    assertThat(EnforcementGateway.run("dictionary", "--out", out.toString())).isZero();

    for (EditionFile file : Edition.current().files()) {
      assertThat(out.resolve(file.path())).hasBinaryContent(file.bytes());
    }
  }

  @Test
  void doesNotWriteAmongOtherFiles() throws IOException {
    Files.writeString(folder.resolve("somebody-elses.txt"), "x");

    assertThat(EnforcementGateway.run("dictionary", "--out", folder.toString())).isEqualTo(2);
    assertThat(folder.resolve("manifest.csv")).doesNotExist();
  }

  @Test
  void asksForTheDirectory() {
    assertThat(EnforcementGateway.run("dictionary")).isEqualTo(2);
    assertThat(EnforcementGateway.run("dictionary", "--help")).isZero();
  }
}
