package io.enforcement.gateway.routes.cli.repair;

import io.enforcement.gateway.routes.cli.remote.RemoteCommand;
import io.enforcement.gateway.routes.cli.remote.RemoteGateway;
import io.enforcement.gateway.routes.cli.remote.RemoteGateway.Reply;
import java.io.PrintWriter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/** {@code parked}: the entries that wait for people, the oldest first. */
@Command(
    name = "parked",
    resourceBundle = "io.enforcement.gateway.routes.cli.help",
    mixinStandardHelpOptions = true,
    subcommands = {
      ShowParkedCommand.class,
      DecideCommand.class,
      CorrectCommand.class,
      DiscardCommand.class
    })
public final class ParkedCommand extends RemoteCommand {

  @Option(names = "--group", paramLabel = "GROUP", descriptionKey = "parked.group")
  private String group;

  @Override
  protected Reply ask(RemoteGateway gateway) {
    return gateway.get(
        "/api/v1/parked"
            + (group == null ? "" : "?group=" + URLEncoder.encode(group, StandardCharsets.UTF_8)));
  }

  @Override
  protected void show(JsonNode answer, PrintWriter out) {
    for (JsonNode entry : answer) {
      out.printf(
          "%s  %s  %s  %s %s/%s/%s: %s%n",
          entry.path("id").asString(),
          entry.path("messageId").asString(),
          entry.path("at").asString(),
          entry.path("state").asString(),
          entry.path("stage").asString(),
          entry.path("partner").asString(),
          entry.path("exchange").asString(),
          entry.path("cause").asString());
      entry.path("findings").forEach(finding -> out.println("    " + finding.asString()));
    }
  }
}
