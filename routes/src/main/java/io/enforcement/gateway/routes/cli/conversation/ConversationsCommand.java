package io.enforcement.gateway.routes.cli.conversation;

import io.enforcement.gateway.routes.cli.remote.RemoteCommand;
import io.enforcement.gateway.routes.cli.remote.RemoteGateway;
import io.enforcement.gateway.routes.cli.remote.RemoteGateway.Reply;
import java.io.PrintWriter;
import java.util.UUID;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** {@code conversations}: the latest, or one with its documents and deadlines. */
@Command(
    name = "conversations",
    resourceBundle = "io.enforcement.gateway.routes.cli.help",
    mixinStandardHelpOptions = true)
public final class ConversationsCommand extends RemoteCommand {

  private static final String PATH = "/api/v1/conversations";

  @Parameters(arity = "0..1", paramLabel = "ID", descriptionKey = "conversations.id")
  private UUID id;

  @Option(names = "--kind", paramLabel = "KIND", descriptionKey = "conversations.kind")
  private String kind;

  @Option(names = "--state", paramLabel = "STATE", descriptionKey = "conversations.state")
  private String state;

  @Option(names = "--due", paramLabel = "DUE", descriptionKey = "conversations.due")
  private Due due;

  @Option(names = "--message", paramLabel = "ID", descriptionKey = "conversations.message")
  private UUID message;

  @Override
  protected Reply ask(RemoteGateway gateway) {
    return gateway.get(
        id != null
            ? PATH + "/" + id
            : new Query(PATH)
                .with("kind", kind)
                .with("state", state)
                .with("due", due)
                .with("message", message)
                .toString());
  }

  @Override
  protected void show(JsonNode answer, PrintWriter out) {
    if (id == null) {
      answer.forEach(conversation -> head(conversation, out));
      return;
    }
    head(answer.path("conversation"), out);
    for (JsonNode document : answer.path("documents")) {
      out.printf(
          "  %s  %-24s %s %s%n",
          document.path("at").asString(""),
          document.path("type").asString(""),
          document.path("partner").asString(""),
          document.path("fits").asBoolean()
              ? document.path("from").asString("") + " → " + document.path("to").asString("")
              : "?");
    }
    answer.path("deadlines").forEach(deadline -> DueCommand.line(deadline, out));
  }

  private static void head(JsonNode conversation, PrintWriter out) {
    out.printf(
        "%s  %-22s %-18s %s: %s %s%n",
        conversation.path("id").asString(""),
        conversation.path("kind").asString(""),
        conversation.path("state").asString(""),
        conversation.path("stateName").asString(""),
        conversation.path("turnOf").asString("-"),
        conversation.path("nextDue").asString(""));
  }
}
