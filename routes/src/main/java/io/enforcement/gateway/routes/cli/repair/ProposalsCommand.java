package io.enforcement.gateway.routes.cli.repair;

import io.enforcement.gateway.routes.cli.remote.RemoteCommand;
import io.enforcement.gateway.routes.cli.remote.RemoteGateway;
import io.enforcement.gateway.routes.cli.remote.RemoteGateway.Reply;
import java.io.PrintWriter;
import java.util.UUID;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** {@code proposals}: what somebody proposed and somebody else has to confirm. */
@Command(
    name = "proposals",
    resourceBundle = "io.enforcement.gateway.routes.cli.help",
    mixinStandardHelpOptions = true,
    subcommands = {ProposalsCommand.Confirm.class, ProposalsCommand.Decline.class})
public final class ProposalsCommand extends RemoteCommand {

  private static final String PATH = "/api/v1/proposals";

  @Override
  protected Reply ask(RemoteGateway gateway) {
    return gateway.get(PATH);
  }

  @Override
  protected void show(JsonNode answer, PrintWriter out) {
    answer.forEach(proposal -> ProposalLines.show(proposal, out));
  }

  /** The second person's answer. */
  abstract static class Answer extends RemoteCommand {

    @Parameters(paramLabel = "ID", descriptionKey = "proposals.id")
    private UUID id;

    private final String answer;

    Answer(String answer) {
      this.answer = answer;
    }

    @Override
    protected Reply ask(RemoteGateway gateway) {
      return gateway.post(PATH + "/" + id + "/" + answer);
    }

    @Override
    protected void show(JsonNode proposal, PrintWriter out) {
      ProposalLines.show(proposal, out);
    }
  }

  /** {@code proposals confirm}. */
  @Command(
      name = "confirm",
      resourceBundle = "io.enforcement.gateway.routes.cli.help",
      mixinStandardHelpOptions = true)
  static final class Confirm extends Answer {
    Confirm() {
      super("confirm");
    }
  }

  /** {@code proposals decline}. */
  @Command(
      name = "decline",
      resourceBundle = "io.enforcement.gateway.routes.cli.help",
      mixinStandardHelpOptions = true)
  static final class Decline extends Answer {
    Decline() {
      super("decline");
    }
  }
}
