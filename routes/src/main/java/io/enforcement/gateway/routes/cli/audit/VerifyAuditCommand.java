package io.enforcement.gateway.routes.cli.audit;

import io.enforcement.gateway.routes.cli.remote.RemoteCommand;
import io.enforcement.gateway.routes.cli.remote.RemoteGateway;
import io.enforcement.gateway.routes.cli.remote.RemoteGateway.Reply;
import java.io.PrintWriter;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/**
 * {@code verify-audit}: lets the gateway check its whole trail, or fetches the trail for the
 * verifier that shares no code with it.
 */
@Command(
    name = "verify-audit",
    resourceBundle = "io.enforcement.gateway.routes.cli.help",
    mixinStandardHelpOptions = true)
public final class VerifyAuditCommand extends RemoteCommand {

  @Option(names = "--export", paramLabel = "FILE", descriptionKey = "verify-audit.export")
  private Path file;

  @Override
  protected Reply ask(RemoteGateway gateway) {
    return file == null
        ? gateway.get("/api/v1/audit/verification")
        : gateway.save("/api/v1/audit/trail", file);
  }

  @Override
  protected boolean succeeded(Reply reply) {
    return reply.isGood() && (file != null || reply.json().path("good").asBoolean(false));
  }

  @Override
  protected void show(JsonNode answer, PrintWriter out) {
    if (file != null) {
      out.println(file + ": ✓");
    } else if (answer.path("good").asBoolean(false)) {
      out.printf(
          "good: %d events in the log %s, %d of them signed%n",
          answer.path("leaves").asLong(0),
          answer.path("origin").asString(""),
          answer.path("signed").asLong(0));
    } else {
      out.printf(
          "BAD at position %d: %s%n",
          answer.path("badPosition").asLong(0), answer.path("problem").asString(""));
    }
  }
}
