package io.enforcement.gateway.routes.cli.conversation;

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
import tools.jackson.databind.json.JsonMapper;

/** {@code deadlines close}: there is nothing more to do about a finding of a running gateway. */
@Command(
    name = "close",
    resourceBundle = "io.enforcement.gateway.routes.cli.help",
    mixinStandardHelpOptions = true)
public final class CloseFindingCommand extends RemoteCommand {

  @Parameters(paramLabel = "ID", descriptionKey = "deadlines.finding")
  private UUID finding;

  @Mixin private Reason reason;

  @Override
  protected Reply ask(RemoteGateway gateway) {
    return gateway.post(
        "/api/v1/findings/" + finding + "/closing",
        "application/json",
        JsonMapper.shared().writeValueAsBytes(Map.of("reason", reason.text())));
  }

  @Override
  protected void show(JsonNode answer, PrintWriter out) {
    out.println(text("已了结：", "closed: ") + finding);
  }
}
