package io.enforcement.gateway.routes.cli.deadlines;

import io.enforcement.gateway.routes.conversation.DeadlineRule;
import io.enforcement.gateway.standards.calendar.Limit;
import io.enforcement.gateway.standards.dictionary.Label;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/**
 * {@code deadlines list}: the rules as they hold in a region, one line each; for those that are not
 * followed with the reason.
 */
@Command(
    name = "list",
    resourceBundle = "io.enforcement.gateway.routes.cli.help",
    mixinStandardHelpOptions = true)
final class ListCommand implements Callable<Integer> {

  @Mixin private TableOptions tables;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    boolean chinese = Locale.getDefault().getLanguage().equals("zh");
    PrintWriter out = spec.commandLine().getOut();
    for (DeadlineRule rule : tables.table().in(tables.region())) {
      boolean followed = rule.severity() != DeadlineRule.Severity.NOT_FOLLOWED;
      out.printf(
          "%-5s %-12s %-26s %s%n",
          rule.id(),
          followed ? rule.limit().map(Limit::toString).orElse("-") : "not-followed",
          rule.kind(),
          text(rule.duty(), chinese) + (followed ? "" : " — " + text(rule.doubt(), chinese)));
    }
    return CommandLine.ExitCode.OK;
  }

  private static String text(Label label, boolean chinese) {
    return chinese ? label.zh() : label.en();
  }
}
