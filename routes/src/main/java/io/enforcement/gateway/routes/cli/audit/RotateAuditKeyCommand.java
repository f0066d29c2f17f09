package io.enforcement.gateway.routes.cli.audit;

import io.enforcement.gateway.routes.cli.remote.RemoteCommand;
import io.enforcement.gateway.routes.cli.remote.RemoteGateway;
import io.enforcement.gateway.routes.cli.remote.RemoteGateway.Reply;
import java.io.PrintWriter;
import picocli.CommandLine.Command;
import tools.jackson.databind.JsonNode;

/** {@code rotate-audit-key}: lets the audit trail go on with another key. */
@Command(
    name = "rotate-audit-key",
    resourceBundle = "io.enforcement.gateway.routes.cli.help",
    mixinStandardHelpOptions = true)
public final class RotateAuditKeyCommand extends RemoteCommand {

  @Override
  protected Reply ask(RemoteGateway gateway) {
    return gateway.post("/api/v1/audit/key");
  }

  @Override
  protected void show(JsonNode answer, PrintWriter out) {
    out.printf("%d > %d%n", answer.path("number").asInt(), answer.path("from").asLong());
    out.print(answer.path("publicKey").asString(""));
  }
}
