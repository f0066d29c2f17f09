package io.enforcement.gateway.routes.cli.partner;

import io.enforcement.gateway.routes.cli.remote.RemoteCommand;
import io.enforcement.gateway.routes.cli.remote.RemoteGateway;
import io.enforcement.gateway.routes.cli.remote.RemoteGateway.Reply;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** {@code partner add-code}: adds a word to a code list, and replays what waited for it. */
@Command(
    name = "add-code",
    resourceBundle = "io.enforcement.gateway.routes.cli.help",
    mixinStandardHelpOptions = true)
final class AddCodeCommand extends RemoteCommand {

  @Parameters(index = "0", paramLabel = "ID", descriptionKey = "partner.id")
  private String partner;

  @Parameters(index = "1", paramLabel = "TABLE", descriptionKey = "partner.add-code.table")
  private String table;

  @Parameters(index = "2", paramLabel = "FROM", descriptionKey = "partner.add-code.from")
  private String from;

  @Parameters(index = "3", paramLabel = "TO", descriptionKey = "partner.add-code.to")
  private String to;

  @Override
  protected Reply ask(RemoteGateway gateway) {
    String row = Json.line(Map.of("table", table, "from", from, "to", to));
    return gateway.post(
        "/api/v1/partners/" + partner + "/codes",
        "application/json",
        row.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  protected void show(JsonNode answer, PrintWriter out) {
    JsonNode installed = answer.path("installed");
    problems(installed.path("problems"), out);
    if (!installed.path("version").isNumber()) {
      out.println(text("未补充。", "Nothing was added."));
      return;
    }
    out.printf(
        text("%s：版本 %d，已重放 %d 条%n", "%s: version %d, replayed %d%n"),
        partner,
        installed.path("version").asInt(),
        answer.path("replayed").asInt());
  }
}
