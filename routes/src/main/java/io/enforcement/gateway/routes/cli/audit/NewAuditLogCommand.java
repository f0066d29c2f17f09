package io.enforcement.gateway.routes.cli.audit;

import io.enforcement.gateway.routes.cli.remote.RemoteCommand;
import io.enforcement.gateway.routes.cli.remote.RemoteGateway;
import io.enforcement.gateway.routes.cli.remote.RemoteGateway.Reply;
import java.io.PrintWriter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/**
 * {@code new-audit-log}: after a FORK shows how the log stands, and with its head proposes a new
 * one, or approves what somebody else proposed.
 */
@Command(
    name = "new-audit-log",
    resourceBundle = "io.enforcement.gateway.routes.cli.help",
    mixinStandardHelpOptions = true)
public final class NewAuditLogCommand extends RemoteCommand {

  @ArgGroup private Step step;

  private static final class Step {

    @ArgGroup(exclusive = false)
    private Proposal proposal;

    @Option(names = "--approve", descriptionKey = "new-audit-log.approve")
    private boolean approve;
  }

  private static final class Proposal {

    @Option(
        names = "--size",
        required = true,
        paramLabel = "N",
        descriptionKey = "new-audit-log.size")
    private long size;

    @Option(
        names = "--root",
        required = true,
        paramLabel = "ROOT",
        descriptionKey = "new-audit-log.root")
    private String root;

    @Option(
        names = "--reason",
        required = true,
        paramLabel = "TEXT",
        descriptionKey = "new-audit-log.reason")
    private String reason;
  }

  @Override
  protected Reply ask(RemoteGateway gateway) {
    if (step == null) {
      return gateway.get("/api/v1/audit/head");
    }
    return step.approve
        ? gateway.post("/api/v1/audit/new-log-approval")
        : gateway.post(
            "/api/v1/audit/new-log?size=%d&root=%s&reason=%s"
                .formatted(
                    step.proposal.size,
                    encoded(step.proposal.root),
                    encoded(step.proposal.reason)));
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  @Override
  protected boolean succeeded(Reply reply) {
    return reply.isGood() && !reply.json().path("problem").isString();
  }

  @Override
  protected void show(JsonNode answer, PrintWriter out) {
    if (step != null) {
      out.println(answer.path("problem").asString("✓"));
      return;
    }
    out.printf(
        "%s: --size %d --root %s; %d%s%n",
        answer.path("origin").asString(""),
        answer.path("size").asLong(),
        answer.path("root").asString(""),
        answer.path("leaves").asLong(),
        answer.path("forked").asBoolean(false) ? " FORK" : "");
  }
}
