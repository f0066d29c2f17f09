package io.enforcement.gateway.routes.cli.audit;

import io.enforcement.gateway.routes.cli.remote.RemoteCommand;
import io.enforcement.gateway.routes.cli.remote.RemoteGateway;
import io.enforcement.gateway.routes.cli.remote.RemoteGateway.Reply;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/** {@code evidence}: what a court or a partner needs for one message, in one file. */
@Command(
    name = "evidence",
    resourceBundle = "io.enforcement.gateway.routes.cli.help",
    mixinStandardHelpOptions = true)
public final class EvidenceCommand extends RemoteCommand {

  @Option(
      names = "--message",
      paramLabel = "ID",
      required = true,
      descriptionKey = "evidence.message")
  private UUID message;

  @Option(names = "--out", paramLabel = "FILE", required = true, descriptionKey = "evidence.out")
  private Path file;

  @Override
  protected Reply ask(RemoteGateway gateway) {
    Reply reply = gateway.get("/api/v1/messages/" + message + "/evidence");
    if (reply.isGood()) {
      write(reply.json());
    }
    return reply;
  }

  private void write(JsonNode evidence) {
    try {
      Files.writeString(file, evidence + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(file + " cannot be written", e);
    }
  }

  @Override
  protected void show(JsonNode answer, PrintWriter out) {
    out.printf(
        "%s: %d + %d, %s%n",
        file,
        answer.path("events").size(),
        answer.path("notYetCovered").asInt(0),
        answer.path("log").path("origin").asString(""));
  }
}
