package io.enforcement.gateway.routes.cli.remote;

import io.enforcement.gateway.routes.cli.remote.RemoteGateway.Reply;
import io.enforcement.gateway.routes.problem.Language;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/**
 * What all commands share that ask a running gateway: they show the answer for people, or as it
 * came ({@code --json}), and end with 1 when the gateway said no.
 */
public abstract class RemoteCommand implements Callable<Integer> {

  @Mixin private RemoteGateway gateway;

  @Option(names = "--json", descriptionKey = "partner.json")
  private boolean json;

  @Option(names = "--lang", paramLabel = "LANG", descriptionKey = "validate.lang")
  private Language language;

  @Spec private CommandSpec spec;

  /** Asks. */
  protected abstract Reply ask(RemoteGateway gateway);

  /** Shows what people want to see of the answer. */
  protected abstract void show(JsonNode answer, PrintWriter out);

  /** Whether the answer is what was wished for: the exit code. */
  protected boolean succeeded(Reply reply) {
    return reply.isGood();
  }

  protected CommandSpec spec() {
    return spec;
  }

  /** In which language it answers. */
  protected Locale locale() {
    return language == null ? Locale.getDefault() : language.locale();
  }

  /** The text in the language in which it answers. */
  protected String text(String chinese, String english) {
    return locale().getLanguage().equals(Locale.CHINESE.getLanguage()) ? chinese : english;
  }

  @Override
  public Integer call() {
    Reply reply = ask(gateway.in(locale()));
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(reply.json());
    } else if (reply.isGood() || reply.json().has("problems")) {
      problems(reply.json().path("problems"), out);
      show(reply.json(), out);
    } else {
      spec.commandLine().getErr().println(reply.complaint());
    }
    out.flush();
    return succeeded(reply) ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
  }

  /** Shows what was found. */
  protected static void problems(JsonNode problems, PrintWriter out) {
    for (JsonNode problem : problems) {
      out.printf(
          "%s:%d: %s %s — %s%n",
          problem.path("file").asString(""),
          problem.path("line").asInt(0),
          problem.path("severity").asString(""),
          problem.path("what").asString(""),
          problem.path("fix").asString(""));
    }
  }
}
