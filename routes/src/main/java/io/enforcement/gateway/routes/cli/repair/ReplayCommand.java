package io.enforcement.gateway.routes.cli.repair;

import io.enforcement.gateway.routes.cli.remote.RemoteCommand;
import io.enforcement.gateway.routes.cli.remote.RemoteGateway;
import io.enforcement.gateway.routes.cli.remote.RemoteGateway.Reply;
import java.io.PrintWriter;
import java.util.UUID;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** {@code replay}: sets one parked entry on its way again. */
@Command(
    name = "replay",
    resourceBundle = "io.enforcement.gateway.routes.cli.help",
    mixinStandardHelpOptions = true)
public final class ReplayCommand extends RemoteCommand {

  @Parameters(paramLabel = "ID", descriptionKey = "parked.entry")
  private UUID entry;

  @Override
  protected Reply ask(RemoteGateway gateway) {
    return gateway.post("/api/v1/parked/" + entry + "/replay");
  }

  @Override
  protected void show(JsonNode answer, PrintWriter out) {
    out.println(answer.path("id").asString() + " " + answer.path("result").asString());
  }
}
