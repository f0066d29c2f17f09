package io.enforcement.gateway.routes.cli.partner;

import io.enforcement.gateway.routes.cli.remote.RemoteCommand;
import io.enforcement.gateway.routes.cli.remote.RemoteGateway;
import io.enforcement.gateway.routes.cli.remote.RemoteGateway.Reply;
import io.enforcement.gateway.routes.partner.PackFiles;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/**
 * {@code partner install}: brings a pack into a running gateway, now or on an agreed day, or shows
 * what it would change.
 */
@Command(
    name = "install",
    resourceBundle = "io.enforcement.gateway.routes.cli.help",
    mixinStandardHelpOptions = true)
final class InstallCommand extends RemoteCommand {

  private static final Pattern ID = Pattern.compile("(?m)^partner:\\s*[\"']?([a-z0-9-]+)");

  @Parameters(paramLabel = "DIR|ZIP", descriptionKey = "partner.pack")
  private Path path;

  @Option(names = "--partner", paramLabel = "ID", descriptionKey = "partner.install.partner")
  private String partner;

  @Option(names = "--from", paramLabel = "DAY", descriptionKey = "partner.install.from")
  private LocalDate from;

  @Option(
      names = "--dry-run",
      paramLabel = "N",
      arity = "0..1",
      fallbackValue = "100",
      descriptionKey = "partner.install.dry-run")
  private Integer dryRun;

  @Override
  protected Reply ask(RemoteGateway gateway) {
    PackFiles pack = PackSource.read(spec(), path);
    String versions = "/api/v1/partners/" + id(pack) + "/versions";
    String question =
        dryRun == null
            ? from == null ? "" : "?from=" + from.atStartOfDay(China.ZONE).toInstant()
            : "/dry-run?messages=" + dryRun;
    return gateway.post(versions + question, "application/zip", pack.toZip());
  }

  @Override
  protected void show(JsonNode answer, PrintWriter out) {
    if (dryRun != null) {
      answer.path("exchanges").forEach(exchange -> show(exchange, out, exchange));
    } else if (answer.path("version").isNumber()) {
      out.printf(
          "%s: version %d, in force from %s%n",
          answer.path("partner").asString(""),
          answer.path("version").asInt(),
          answer.path("inForceFrom").asString(""));
    }
  }

  private static void show(JsonNode exchange, PrintWriter out, JsonNode sums) {
    out.printf(
        "%s %s: %d compared, %d same, %d changed, %d newly refused, %d newly accepted%n",
        exchange.path("direction").asString(""),
        exchange.path("exchange").asString(""),
        sums.path("compared").asInt(),
        sums.path("same").asInt(),
        sums.path("changed").asInt(),
        sums.path("newlyRefused").asInt(),
        sums.path("newlyAccepted").asInt());
    for (JsonNode difference : exchange.path("differences")) {
      out.printf(
          "  %s %s: %s → %s%n",
          difference.path("message").asString(""),
          difference.path("path").asString(""),
          difference.path("before").asString("—"),
          difference.path("after").asString("—"));
    }
  }

  private String id(PackFiles pack) {
    if (partner != null) {
      return partner;
    }
    String settings =
        pack.bytes(PackFiles.SETTINGS)
            .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
            .orElseThrow(
                () -> new ParameterException(spec().commandLine(), "--partner: no partner.yaml"));
    Matcher line = ID.matcher(settings);
    if (!line.find()) {
      throw new ParameterException(spec().commandLine(), "partner.yaml: partner: …");
    }
    return line.group(1);
  }
}
