package io.enforcement.gateway.routes.cli.repair;

import io.enforcement.gateway.routes.cli.remote.RemoteCommand;
import io.enforcement.gateway.routes.cli.remote.RemoteGateway;
import io.enforcement.gateway.routes.cli.remote.RemoteGateway.Reply;
import java.io.PrintWriter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** What {@code replay} does with jobs: one class for each word after it. */
final class ReplayJobCommands {

  private static final String PATH = "/api/v1/replay-jobs";
  private static final String HELP = "io.enforcement.gateway.routes.cli.help";

  private ReplayJobCommands() {}

  private static void line(JsonNode job, PrintWriter out) {
    out.printf(
        "%s  %-10s %5d  %5d  +%d -%d  %s/%s/%s: %s  %s %s  %s%n",
        job.path("id").asString(),
        job.path("state").asString(),
        job.path("entries").asInt(),
        job.path("replayed").asInt(),
        job.path("passing").asInt(),
        job.path("failing").asInt(),
        job.path("stage").asString(),
        job.path("partner").asString(),
        job.path("exchange").asString(),
        job.path("cause").asString(),
        job.path("proposedBy").asString(),
        job.path("approvedBy").asString("-"),
        job.path("why").asString(""));
  }

  /** What is done with one job, and shows it. */
  abstract static class OneJob extends RemoteCommand {

    @Parameters(paramLabel = "JOB", descriptionKey = "replay-job.job")
    private UUID job;

    private final String step;

    OneJob(String step) {
      this.step = step;
    }

    @Override
    protected Reply ask(RemoteGateway gateway) {
      return gateway.post(PATH + "/" + job + "/" + step);
    }

    String path() {
      return PATH + "/" + job;
    }

    @Override
    protected void show(JsonNode answer, PrintWriter out) {
      line(answer, out);
    }
  }

  @Command(name = "list", resourceBundle = HELP, mixinStandardHelpOptions = true)
  static final class Jobs extends RemoteCommand {
    @Override
    protected Reply ask(RemoteGateway gateway) {
      return gateway.get(PATH);
    }

    @Override
    protected void show(JsonNode answer, PrintWriter out) {
      answer.forEach(job -> line(job, out));
    }
  }

  @Command(name = "start", resourceBundle = HELP, mixinStandardHelpOptions = true)
  static final class Start extends RemoteCommand {

    @Option(
        names = "--group",
        required = true,
        paramLabel = "GROUP",
        descriptionKey = "replay-job.group")
    private String group;

    @Option(names = "--per-minute", paramLabel = "N", descriptionKey = "replay-job.per-minute")
    private int perMinute = 60;

    @Option(names = "--dry-run", descriptionKey = "replay-job.dry-run")
    private boolean dryRun;

    @Override
    protected Reply ask(RemoteGateway gateway) {
      return gateway.post(
          "%s?group=%s&perMinute=%d&dryRun=%s"
              .formatted(
                  PATH, URLEncoder.encode(group, StandardCharsets.UTF_8), perMinute, dryRun));
    }

    @Override
    protected void show(JsonNode answer, PrintWriter out) {
      line(answer, out);
    }
  }

  @Command(name = "show", resourceBundle = HELP, mixinStandardHelpOptions = true)
  static final class Show extends OneJob {
    Show() {
      super("");
    }

    @Override
    protected Reply ask(RemoteGateway gateway) {
      return gateway.get(path());
    }
  }

  @Command(name = "entries", resourceBundle = HELP, mixinStandardHelpOptions = true)
  static final class Entries extends OneJob {
    Entries() {
      super("");
    }

    @Option(names = "--from", paramLabel = "N", descriptionKey = "replay-job.from")
    private int from = 1;

    @Override
    protected Reply ask(RemoteGateway gateway) {
      return gateway.get(path() + "/entries?from=" + from);
    }

    @Override
    protected void show(JsonNode answer, PrintWriter out) {
      for (JsonNode entry : answer) {
        out.printf(
            "%5d  %s  %-8s %-20s %s %s %s%n",
            entry.path("place").asInt(),
            entry.path("messageId").asString(),
            entry.path("result").asString("-"),
            entry.path("state").asString(),
            entry.path("found"),
            entry.path("wouldSend"),
            entry.path("holders"));
      }
    }
  }

  @Command(name = "approve", resourceBundle = HELP, mixinStandardHelpOptions = true)
  static final class Approve extends OneJob {
    Approve() {
      super("approve");
    }
  }

  @Command(name = "pause", resourceBundle = HELP, mixinStandardHelpOptions = true)
  static final class Pause extends OneJob {
    Pause() {
      super("pause");
    }
  }

  @Command(name = "resume", resourceBundle = HELP, mixinStandardHelpOptions = true)
  static final class Resume extends OneJob {
    Resume() {
      super("resume");
    }
  }

  @Command(name = "stop", resourceBundle = HELP, mixinStandardHelpOptions = true)
  static final class Stop extends OneJob {
    Stop() {
      super("stop");
    }
  }
}
