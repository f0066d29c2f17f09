package io.enforcement.gateway.routes.cli.repair;

import io.enforcement.gateway.routes.cli.remote.RemoteCommand;
import io.enforcement.gateway.routes.cli.remote.RemoteGateway;
import io.enforcement.gateway.routes.cli.remote.RemoteGateway.Reply;
import java.io.PrintWriter;
import java.util.Map;
import java.util.UUID;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
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

  @Option(
      names = "--reason",
      required = true,
      paramLabel = "TEXT",
      descriptionKey = "parked.reason")
  private String reason;

  @Override
  protected Reply ask(RemoteGateway gateway) {
    return Documents.post(
        gateway,
        "/api/v1/parked/" + entry + "/decision",
        Map.of("verdict", verdict, "reason", reason));
  }

  @Override
  protected void show(JsonNode answer, PrintWriter out) {
    ProposalLines.show(answer, out);
  }
}
