package io.enforcement.gateway.routes.cli.conversation;

import io.enforcement.gateway.routes.cli.remote.Reason;
import io.enforcement.gateway.routes.cli.remote.RemoteCommand;
import io.enforcement.gateway.routes.cli.remote.RemoteGateway;
import io.enforcement.gateway.routes.cli.remote.RemoteGateway.Reply;
import java.io.PrintWriter;
import java.util.Map;
import java.util.UUID;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Says, with a reason, that a person has done what one deadline still waited for. */
abstract class SettlingCommand extends RemoteCommand {

  @Parameters(paramLabel = "ID", descriptionKey = "deadlines.id")
  private UUID deadline;

  @Mixin private Reason reason;

  /** Where the gateway takes it. */
  abstract String path(UUID deadline);

  /** What was done, in one word. */
  abstract String done();

  @Override
  protected final Reply ask(RemoteGateway gateway) {
    return gateway.post(
        path(deadline),
        "application/json",
        JsonMapper.shared().writeValueAsBytes(Map.of("reason", reason.text())));
  }

  @Override
  protected final void show(JsonNode answer, PrintWriter out) {
    out.println(done() + deadline);
  }
}
