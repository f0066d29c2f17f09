package io.enforcement.gateway.routes.cli.repair;

import io.enforcement.gateway.routes.cli.remote.Reason;
import io.enforcement.gateway.routes.cli.remote.RemoteCommand;
import io.enforcement.gateway.routes.cli.remote.RemoteGateway;
import io.enforcement.gateway.routes.cli.remote.RemoteGateway.Reply;
import java.io.PrintWriter;
import java.util.Map;
import java.util.UUID;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** {@code parked decide}: proposes how a doubt ends. */
@Command(
    name = "decide",
    resourceBundle = "io.enforcement.gateway.routes.cli.help",
    mixinStandardHelpOptions = true)
final class DecideCommand extends RemoteCommand {

  @Parameters(index = "0", paramLabel = "ID", descriptionKey = "parked.entry")
  private UUID entry;

  @Parameters(
      index = "1",
      paramLabel = "arrived|not-arrived|send-again",
      descriptionKey = "parked.decide.verdict")
  private String verdict;

  @Mixin private Reason reason;

  @Override
  protected Reply ask(RemoteGateway gateway) {
    return Documents.post(
        gateway,
        "/api/v1/parked/" + entry + "/decision",
        Map.of("verdict", verdict, "reason", reason.text()));
  }

  @Override
  protected void show(JsonNode answer, PrintWriter out) {
    ProposalLines.show(answer, out);
  }
}
