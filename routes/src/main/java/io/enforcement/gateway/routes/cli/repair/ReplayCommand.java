package io.enforcement.gateway.routes.cli.repair;

import io.enforcement.gateway.routes.cli.remote.RemoteCommand;
import io.enforcement.gateway.routes.cli.remote.RemoteGateway;
import io.enforcement.gateway.routes.cli.remote.RemoteGateway.Reply;
import java.io.PrintWriter;
import java.util.UUID;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** {@code replay}: sets one parked entry on its way again, or many as a job. */
@Command(
    name = "replay",
    resourceBundle = "io.enforcement.gateway.routes.cli.help",
    mixinStandardHelpOptions = true,
    subcommands = {
      ReplayJobCommands.Jobs.class,
      ReplayJobCommands.Start.class,
      ReplayJobCommands.Show.class,
      ReplayJobCommands.Entries.class,
      ReplayJobCommands.Approve.class,
      ReplayJobCommands.Pause.class,
      ReplayJobCommands.Resume.class,
      ReplayJobCommands.Stop.class
    })
public final class ReplayCommand extends RemoteCommand {

  @Parameters(arity = "0..1", paramLabel = "ID", descriptionKey = "parked.entry")
  private UUID entry;

  @Override
  protected Reply ask(RemoteGateway gateway) {
    if (entry == null) {
      throw new ParameterException(
          spec().commandLine(),
          "replay ID | list | start | show | entries | approve | pause | resume | stop");
    }
    return gateway.post("/api/v1/parked/" + entry + "/replay");
  }

  @Override
  protected void show(JsonNode answer, PrintWriter out) {
    out.println(answer.path("id").asString() + " " + answer.path("result").asString());
  }
}
