package io.enforcement.gateway.routes.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.enforcement.gateway.connectors.peer.Peer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The guide's example of a sender, in a language that is not ours. */
@Story
class SendExampleStoryTest {

  private static final Path SCRIPT = Path.of("..", "docs", "examples", "send.py");

  private final StoryGateway gateway;

  @TempDir Path folder;

  SendExampleStoryTest(StoryGateway gateway) {
    this.gateway = gateway;
  }

  @Test
  @Peer(value = "python3", program = "python3")
  void sendsAndAsksWhatBecameOfIt() throws Exception {
    Path file = Files.write(folder.resolve("today.json"), Paper.decision().bytes());
    Path secret = folder.resolve("secret");
    Files.writeString(secret, gateway.secret("housing").reveal() + "\n");

    String said = run(secret, file);

    assertThat(said).contains("202 {", "'state': ").doesNotContain("title");
    assertThat(run(secret, file)).as("the same file again").startsWith("200 {");

    Files.writeString(secret, "another-secret");
    assertThat(run(secret, file)).startsWith("401 {");
  }

  private String run(Path secret, Path file) throws Exception {
    String url = gateway.base().toString();
    Process process =
        new ProcessBuilder(
                List.of(
                    "python3",
                    "-B",
                    SCRIPT.toString(),
                    url,
                    "housing",
                    secret.toString(),
                    "penalty-decision",
                    file.toString()))
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return said;
  }
}
