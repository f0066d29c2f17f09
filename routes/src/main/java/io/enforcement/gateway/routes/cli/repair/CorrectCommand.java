package io.enforcement.gateway.routes.cli.repair;

import io.enforcement.gateway.routes.cli.remote.Reason;
import io.enforcement.gateway.routes.cli.remote.RemoteCommand;
import io.enforcement.gateway.routes.cli.remote.RemoteGateway;
import io.enforcement.gateway.routes.cli.remote.RemoteGateway.Reply;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** {@code parked correct}: proposes another body for a message that could not be translated. */
@Command(
    name = "correct",
    resourceBundle = "io.enforcement.gateway.routes.cli.help",
    mixinStandardHelpOptions = true)
final class CorrectCommand extends RemoteCommand {

  @Parameters(index = "0", paramLabel = "ID", descriptionKey = "parked.entry")
  private UUID entry;

  @Parameters(index = "1", paramLabel = "FILE", descriptionKey = "parked.correct.file")
  private Path file;

  @Mixin private Reason reason;

  @Override
  protected Reply ask(RemoteGateway gateway) {
    try {
      String content = Base64.getEncoder().encodeToString(Files.readAllBytes(file));
      return Documents.post(
          gateway,
          "/api/v1/parked/" + entry + "/correction",
          Map.of("content", content, "reason", reason.text()));
    } catch (IOException e) {
      throw new UncheckedIOException(file + " cannot be read", e);
    }
  }

  @Override
  protected void show(JsonNode answer, PrintWriter out) {
    ProposalLines.show(answer, out);
  }
}
