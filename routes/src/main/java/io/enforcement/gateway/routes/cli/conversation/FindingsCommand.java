package io.enforcement.gateway.routes.cli.conversation;

import io.enforcement.gateway.routes.cli.remote.RemoteCommand;
import io.enforcement.gateway.routes.cli.remote.RemoteGateway;
import io.enforcement.gateway.routes.cli.remote.RemoteGateway.Reply;
import java.io.PrintWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/** {@code deadlines findings}: duties that were broken, or seem so, in a running gateway. */
@Command(
    name = "findings",
    resourceBundle = "io.enforcement.gateway.routes.cli.help",
    mixinStandardHelpOptions = true)
public final class FindingsCommand extends RemoteCommand {

  @Option(names = "--duty", paramLabel = "ID", descriptionKey = "deadlines.duty")
  private String duty;

  @Option(names = "--region", paramLabel = "CODE", descriptionKey = "deadlines.within")
  private String region;

  @Option(names = "--closed", descriptionKey = "deadlines.closed")
  private boolean closed;

  @Override
  protected Reply ask(RemoteGateway gateway) {
    return gateway.get(
        new Query("/api/v1/findings")
            .with("duty", duty)
            .with("region", region)
            .with("closed", closed ? true : null)
            .toString());
  }

  @Override
  protected void show(JsonNode answer, PrintWriter out) {
    for (JsonNode finding : answer) {
      out.print(finding.path("finding").asString("") + " " + finding.path("id").asString(""));
      DueCommand.line(finding, out);
      if (finding.has("closedReason") && !finding.path("closedReason").isNull()) {
        out.println("     " + finding.path("closedReason").asString());
      }
    }
  }
}
