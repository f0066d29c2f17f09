package io.enforcement.gateway.routes.cli.partner;

import io.enforcement.gateway.routes.cli.remote.RemoteCommand;
import io.enforcement.gateway.routes.cli.remote.RemoteGateway;
import io.enforcement.gateway.routes.cli.remote.RemoteGateway.Reply;
import java.io.PrintWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/**
 * {@code partner remove}: takes a pack out of service, or withdraws a version that has not begun.
 */
@Command(name = "remove", resourceBundle = "io.enforcement.gateway.routes.cli.help")
final class RemoveCommand extends RemoteCommand {

  /** Not with its siblings' mixin, whose {@code --version} means another thing. */
  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      descriptionKey = "help")
  private boolean help;

  @Parameters(paramLabel = "ID", descriptionKey = "partner.id")
  private String partner;

  @Option(names = "--version", paramLabel = "VERSION", descriptionKey = "partner.remove.version")
  private Integer version;

  @Override
  protected Reply ask(RemoteGateway gateway) {
    String versions = "/api/v1/partners/" + partner + "/versions";
    return version == null
        ? gateway.post(versions + "/removal")
        : gateway.delete(versions + "/" + version);
  }

  @Override
  protected void show(JsonNode answer, PrintWriter out) {
    out.println(
        version == null
            ? text(partner + "：已停用", partner + ": out of service")
            : text(partner + "：已撤回版本 " + version, partner + ": withdrew version " + version));
  }
}
