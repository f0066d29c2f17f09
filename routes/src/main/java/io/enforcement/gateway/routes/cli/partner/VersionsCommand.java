package io.enforcement.gateway.routes.cli.partner;

import io.enforcement.gateway.routes.cli.remote.RemoteCommand;
import io.enforcement.gateway.routes.cli.remote.RemoteGateway;
import io.enforcement.gateway.routes.cli.remote.RemoteGateway.Reply;
import java.io.PrintWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** {@code partner versions}: what was installed of a partner, by whom and from when. */
@Command(
    name = "versions",
    resourceBundle = "io.enforcement.gateway.routes.cli.help",
    mixinStandardHelpOptions = true)
final class VersionsCommand extends RemoteCommand {

  @Parameters(paramLabel = "ID", descriptionKey = "partner.id")
  private String partner;

  @Override
  protected Reply ask(RemoteGateway gateway) {
    return gateway.get("/api/v1/partners/" + partner + "/versions");
  }

  @Override
  protected void show(JsonNode answer, PrintWriter out) {
    if (answer.isEmpty()) {
      out.println(text(partner + "：没有安装过版本", partner + ": no version was ever installed"));
    }
    for (JsonNode version : answer) {
      out.printf(
          "%4d  %s  %-12s %s  %.12s %s%n",
          version.path("version").asInt(),
          version.path("inForceFrom").asString(""),
          version.path("origin").asString(""),
          version.path("installedBy").asString(""),
          version.path("digest").asString(""),
          version.path("withdrawnAt").asString(""));
    }
  }
}
