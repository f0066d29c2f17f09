package io.enforcement.gateway.routes.cli.audit;

import io.enforcement.gateway.routes.cli.remote.RemoteCommand;
import io.enforcement.gateway.routes.cli.remote.RemoteGateway;
import io.enforcement.gateway.routes.cli.remote.RemoteGateway.Reply;
import java.io.PrintWriter;
import java.time.YearMonth;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/** {@code archive}: moves months of events whose time on line is over into signed files. */
@Command(
    name = "archive",
    resourceBundle = "io.enforcement.gateway.routes.cli.help",
    mixinStandardHelpOptions = true)
public final class ArchiveCommand extends RemoteCommand {

  @Option(names = "--until", paramLabel = "MONTH", descriptionKey = "archive.until")
  private YearMonth until;

  @Option(names = "--dry-run", descriptionKey = "archive.dry-run")
  private boolean dryRun;

  @Override
  protected Reply ask(RemoteGateway gateway) {
    return gateway.post(
        "/api/v1/audit/archive?dryRun=" + dryRun + (until == null ? "" : "&until=" + until));
  }

  @Override
  protected boolean succeeded(Reply reply) {
    return reply.isGood() && !reply.json().path("problem").isString();
  }

  @Override
  protected void show(JsonNode answer, PrintWriter out) {
    for (JsonNode month : answer.path("months")) {
      out.printf(
          "%s: %d–%d, %s%n",
          month.path("month").asString(""),
          month.path("from").asLong(),
          month.path("to").asLong(),
          month.path("file").asString(""));
    }
    if (answer.path("problem").isString()) {
      spec().commandLine().getErr().println(answer.path("problem").asString());
    }
  }
}
