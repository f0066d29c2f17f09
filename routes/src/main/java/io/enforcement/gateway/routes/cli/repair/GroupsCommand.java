package io.enforcement.gateway.routes.cli.repair;

import io.enforcement.gateway.routes.cli.remote.RemoteCommand;
import io.enforcement.gateway.routes.cli.remote.RemoteGateway;
import io.enforcement.gateway.routes.cli.remote.RemoteGateway.Reply;
import java.io.PrintWriter;
import picocli.CommandLine.Command;
import tools.jackson.databind.JsonNode;

/** {@code groups}: what waits for people, by how it failed. */
@Command(
    name = "groups",
    resourceBundle = "io.enforcement.gateway.routes.cli.help",
    mixinStandardHelpOptions = true)
public final class GroupsCommand extends RemoteCommand {

  @Override
  protected Reply ask(RemoteGateway gateway) {
    return gateway.get("/api/v1/groups");
  }

  @Override
  protected void show(JsonNode answer, PrintWriter out) {
    for (JsonNode group : answer) {
      long now = group.path("lastHour").asLong();
      long before = group.path("hourBefore").asLong();
      out.printf(
          "%-16s %6d %s %-10s %-18s %s/%s/%s: %s %s %s%n",
          group.path("group").asString(),
          group.path("count").asLong(),
          now > before ? "+" : now < before ? "-" : "=",
          group.path("failureClass").asString(),
          group.path("offer").asString(),
          group.path("stage").asString(),
          group.path("partner").asString(),
          group.path("exchange").asString(),
          group.path("cause").asString(),
          group.path("path").asString(""),
          group.path("nextDue").asString(""));
    }
  }
}
