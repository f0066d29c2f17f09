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

  @Option(names = "--dry-run", descriptionKey = "partner.install.dry-run")
  private boolean dryRun;

  @Option(names = "--messages", paramLabel = "N", descriptionKey = "partner.install.messages")
  private int messages = 100;

  @Option(names = "--without-added-words", descriptionKey = "partner.install.without-added-words")
  private boolean withoutAddedWords;

  @Override
  protected Reply ask(RemoteGateway gateway) {
    PackFiles pack = PackSource.read(spec(), path, locale());
    String versions = "/api/v1/partners/" + id(pack) + "/versions";
    String question = dryRun ? "/dry-run?messages=" + messages : installing();
    return gateway.post(versions + question, "application/zip", pack.toZip());
  }

  private String installing() {
    String when = from == null ? "" : "&from=" + from.atStartOfDay(China.ZONE).toInstant();
    return "?withoutAddedWords=" + withoutAddedWords + when;
  }

  @Override
  protected void show(JsonNode answer, PrintWriter out) {
    if (dryRun) {
      answer.path("exchanges").forEach(exchange -> compared(exchange, out));
    } else if (!answer.path("version").isNumber()) {
      out.println(text("未安装。", "Nothing was installed."));
    } else {
      out.printf(
          text("%s：版本 %d，自 %s 起生效%n", "%s: version %d, in force from %s%n"),
          answer.path("partner").asString(""),
          answer.path("version").asInt(),
          answer.path("inForceFrom").asString(""));
    }
  }

  private void compared(JsonNode exchange, PrintWriter out) {
    out.printf(
        text(
            "%s %s：比较 %d 条，相同 %d 条，不同 %d 条，新退回 %d 条，新接收 %d 条%n",
            "%s %s: %d compared, %d same, %d changed, %d newly refused, %d newly accepted%n"),
        exchange.path("direction").asString(""),
        exchange.path("exchange").asString(""),
        exchange.path("compared").asInt(),
        exchange.path("same").asInt(),
        exchange.path("changed").asInt(),
        exchange.path("newlyRefused").asInt(),
        exchange.path("newlyAccepted").asInt());
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
                () ->
                    misused(
                        "对接包中没有 partner.yaml：请用 --partner ID 说明是哪个单位",
                        "the pack has no partner.yaml: say with --partner ID whose it is"));
    Matcher line = ID.matcher(settings);
    if (!line.find()) {
      throw misused(
          "partner.yaml 中没有 partner 一行：请补充，或用 --partner ID",
          "partner.yaml has no line partner: add it, or say --partner ID");
    }
    return line.group(1);
  }

  private ParameterException misused(String chinese, String english) {
    return new ParameterException(spec().commandLine(), text(chinese, english));
  }
}
