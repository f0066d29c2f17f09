package io.enforcement.gateway.routes.cli.conversation;

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
import tools.jackson.databind.json.JsonMapper;

/** {@code deadlines told}: a receiver that a running gateway cannot tell was told by hand. */
@Command(
    name = "told",
    resourceBundle = "io.enforcement.gateway.routes.cli.help",
    mixinStandardHelpOptions = true)
public final class ToldByHandCommand extends RemoteCommand {

  @Parameters(paramLabel = "ID", descriptionKey = "deadlines.id")
  private UUID deadline;

  @Option(
      names = "--reason",
      required = true,
      paramLabel = "TEXT",
      descriptionKey = "deadlines.how")
  private String reason;

  @Override
  protected Reply ask(RemoteGateway gateway) {
    return gateway.post(
        "/api/v1/deadlines/" + deadline + "/telling",
        "application/json",
        JsonMapper.shared().writeValueAsBytes(Map.of("reason", reason)));
  }

  @Override
  protected void show(JsonNode answer, PrintWriter out) {
    out.println(text("已告知：", "told: ") + deadline);
  }
}
