package io.enforcement.gateway.routes.cli.repair;

import io.enforcement.gateway.routes.cli.remote.RemoteCommand;
import io.enforcement.gateway.routes.cli.remote.RemoteGateway;
import io.enforcement.gateway.routes.cli.remote.RemoteGateway.Reply;
import java.io.PrintWriter;
import java.util.UUID;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** {@code parked show}: one entry with the evidence that people decide by. */
@Command(
    name = "show",
    resourceBundle = "io.enforcement.gateway.routes.cli.help",
    mixinStandardHelpOptions = true)
final class ShowParkedCommand extends RemoteCommand {

  @Parameters(paramLabel = "ID", descriptionKey = "parked.entry")
  private UUID entry;

  @Override
  protected Reply ask(RemoteGateway gateway) {
    return gateway.get("/api/v1/parked/" + entry);
  }

  @Override
  protected void show(JsonNode answer, PrintWriter out) {
    out.printf(
        "%s  %s  %s %s  %s/%s: %s%n",
        answer.path("messageId").asString(),
        answer.path("state").asString(),
        answer.path("failureClass").asString(),
        answer.path("offer").asString(),
        answer.path("partner").asString(),
        answer.path("exchange").asString(),
        answer.path("cause").asString());
    for (JsonNode attempt : answer.path("attempts")) {
      out.printf(
          "  %d  %s - %s  %s: %s  %s%n    %s%n",
          attempt.path("number").asInt(),
          attempt.path("startedAt").asString(),
          attempt.path("endedAt").asString(),
          attempt.path("outcome").asString(),
          attempt.path("reason").asString(""),
          attempt.path("sent").asString("-"),
          attempt.path("reply").asString(""));
    }
    for (JsonNode version : answer.path("versions")) {
      out.printf(
          "  %s%d  %s  %d%n",
          version.path("inForce").asBoolean() ? "*" : " ",
          version.path("version").asInt(),
          version.path("digest").asString(),
          version.path("bytes").asInt());
    }
    answer.path("proposals").forEach(proposal -> ProposalLines.show(proposal, out));
  }
}
