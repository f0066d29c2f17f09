package io.enforcement.gateway.routes.cli.partner;

import io.enforcement.gateway.routes.cli.remote.RemoteCommand;
import io.enforcement.gateway.routes.cli.remote.RemoteGateway;
import io.enforcement.gateway.routes.cli.remote.RemoteGateway.Reply;
import java.io.PrintWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** {@code partner roll-back}: puts an earlier version of a pack into service again. */
@Command(
    name = "roll-back",
    resourceBundle = "io.enforcement.gateway.routes.cli.help",
    mixinStandardHelpOptions = true)
final class RollBackCommand extends RemoteCommand {

  @Parameters(paramLabel = "ID", descriptionKey = "partner.id")
  private String partner;

  @Option(names = "--to", paramLabel = "VERSION", descriptionKey = "partner.roll-back.to")
  private Integer version;

  @Override
  protected Reply ask(RemoteGateway gateway) {
    String to = version == null ? "" : "?to=" + version;
    return gateway.post("/api/v1/partners/" + partner + "/versions/roll-back" + to);
  }

  @Override
  protected void show(JsonNode answer, PrintWriter out) {
    if (!answer.path("version").isNumber()) {
      out.println(text("未回退。", "Nothing was rolled back."));
      return;
    }
    out.printf(text("%s：版本 %d%n", "%s: version %d%n"), partner, answer.path("version").asInt());
  }
}
