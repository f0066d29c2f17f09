package io.enforcement.gateway.routes.cli.repair;

import io.enforcement.gateway.routes.cli.remote.Reason;
import io.enforcement.gateway.routes.cli.remote.RemoteCommand;
import io.enforcement.gateway.routes.cli.remote.RemoteGateway;
import io.enforcement.gateway.routes.cli.remote.RemoteGateway.Reply;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** {@code parked discard}: gives entries up, at once or with a second person. */
@Command(
    name = "discard",
    resourceBundle = "io.enforcement.gateway.routes.cli.help",
    mixinStandardHelpOptions = true)
final class DiscardCommand extends RemoteCommand {

  @ArgGroup(multiplicity = "1")
  private What what;

  @Mixin private Reason reason;

  /** One of the two. */
  static final class What {
    @Parameters(paramLabel = "ID", arity = "1..*", descriptionKey = "parked.entry")
    private List<UUID> entries;

    @Option(names = "--group", paramLabel = "GROUP", descriptionKey = "parked.group")
    private String group;
  }

  @Override
  protected Reply ask(RemoteGateway gateway) {
    Map<String, Object> discard = new LinkedHashMap<>();
    discard.put("reason", reason.text());
    if (what.group == null) {
      discard.put("entries", what.entries.stream().map(UUID::toString).toList());
    } else {
      discard.put("group", what.group);
    }
    return Documents.post(gateway, "/api/v1/proposals/discards", discard);
  }

  @Override
  protected void show(JsonNode answer, PrintWriter out) {
    ProposalLines.show(answer, out);
  }
}
