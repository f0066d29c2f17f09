package io.enforcement.gateway.routes.cli.conversation;

import io.enforcement.gateway.routes.cli.remote.RemoteCommand;
import io.enforcement.gateway.routes.cli.remote.RemoteGateway;
import io.enforcement.gateway.routes.cli.remote.RemoteGateway.Reply;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.OffsetDateTime;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/** {@code clock}: what time it is in a sandbox, or lets time pass there. */
@Command(
    name = "clock",
    resourceBundle = "io.enforcement.gateway.routes.cli.help",
    mixinStandardHelpOptions = true)
public final class ClockCommand extends RemoteCommand {

  private static final String PATH = "/api/v1/clock";

  @ArgGroup private Move move;

  /** One of both. */
  static final class Move {

    @Option(names = "--forward", paramLabel = "DURATION", descriptionKey = "clock.forward")
    private Duration forward;

    @Option(names = "--to", paramLabel = "MOMENT", descriptionKey = "clock.to")
    private OffsetDateTime to;
  }

  @Override
  protected Reply ask(RemoteGateway gateway) {
    return move == null
        ? gateway.get(PATH)
        : gateway.post(
            new Query(PATH).with("forward", move.forward).with("to", move.to).toString());
  }

  @Override
  protected void show(JsonNode answer, PrintWriter out) {
    out.println(answer.path("now").asString("") + "  " + answer.path("ahead").asString(""));
  }
}
