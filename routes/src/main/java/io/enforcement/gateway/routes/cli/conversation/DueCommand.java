package io.enforcement.gateway.routes.cli.conversation;

import io.enforcement.gateway.routes.cli.remote.RemoteCommand;
import io.enforcement.gateway.routes.cli.remote.RemoteGateway;
import io.enforcement.gateway.routes.cli.remote.RemoteGateway.Reply;
import java.io.PrintWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/** {@code deadlines due}: what is open in a running gateway, by its end. */
@Command(
    name = "due",
    resourceBundle = "io.enforcement.gateway.routes.cli.help",
    mixinStandardHelpOptions = true)
public final class DueCommand extends RemoteCommand {

  @Option(names = "--due", paramLabel = "DUE", descriptionKey = "conversations.due")
  private Due due;

  @Option(names = "--rule", paramLabel = "ID", descriptionKey = "deadlines.rule")
  private String rule;

  @Option(names = "--owner", paramLabel = "CODE", descriptionKey = "deadlines.owner")
  private String owner;

  @Option(names = "--by-hand", descriptionKey = "deadlines.byHand")
  private boolean byHand;

  @Override
  protected Reply ask(RemoteGateway gateway) {
    return gateway.get(
        new Query("/api/v1/deadlines")
            .with("due", due)
            .with("rule", rule)
            .with("owner", owner)
            .with("byHand", byHand ? true : null)
            .toString());
  }

  @Override
  protected void show(JsonNode answer, PrintWriter out) {
    for (JsonNode deadline : answer) {
      if (byHand) {
        out.print(deadline.path("id").asString(""));
      }
      line(deadline, out);
    }
  }

  /** One deadline, one line. */
  static void line(JsonNode deadline, PrintWriter out) {
    out.printf(
        "  %s%s  %-8s %-5s %s  %s: %s%n",
        deadline.path("due").asString(""),
        deadline.path("provisional").asBoolean() ? "?" : " ",
        deadline.path("state").asString(""),
        deadline.path("rule").asString(""),
        deadline.path("conversation").asString(""),
        deadline.path("ownerName").asString(deadline.path("ownerRole").asString("")),
        deadline.path("duty").asString(""));
  }
}
