package io.enforcement.gateway.routes.cli.deadlines;

import io.enforcement.gateway.routes.conversation.DeadlineRule;
import io.enforcement.gateway.routes.conversation.Explanation;
import io.enforcement.gateway.routes.conversation.Moment;
import io.enforcement.gateway.standards.calendar.Limit;
import io.enforcement.gateway.standards.dictionary.Label;
import java.io.PrintWriter;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * {@code deadlines explain}: counts one limit aloud. The last line is the end alone, so that
 * programs can take it.
 */
@Command(
    name = "explain",
    resourceBundle = "io.enforcement.gateway.routes.cli.help",
    mixinStandardHelpOptions = true)
final class ExplainCommand implements Callable<Integer> {

  private static final ZoneOffset CHINA = ZoneOffset.ofHours(8);

  @Option(names = "--rule", paramLabel = "ID", required = true, descriptionKey = "deadlines.rule")
  private String rule;

  @Option(
      names = "--start",
      paramLabel = "DATE",
      required = true,
      descriptionKey = "deadlines.start")
  private String start;

  @Option(names = "--lang", paramLabel = "LANG", descriptionKey = "validate.lang")
  private Words language;

  @Mixin private TableOptions tables;

  @Spec private CommandSpec spec;

  /** The languages of the table. */
  enum Words {
    ZH,
    EN
  }

  @Override
  public Integer call() {
    List<DeadlineRule> meant = tables.table().meant(id(), tables.region());
    DeadlineRule found =
        meant.stream()
            .filter(each -> each.limit().isPresent())
            .findFirst()
            .orElseThrow(() -> nothingToCount(meant));
    Explanation explanation =
        Explanation.of(found.limit().orElseThrow(), moment(), tables.calendar(), chinese());
    PrintWriter out = spec.commandLine().getOut();
    out.println(found.id() + " " + text(found.duty()));
    out.println(found.basis());
    if (found.doubt() != null) {
      out.println(text(found.doubt()));
    }
    meant.stream().filter(each -> each != found).forEach(other -> out.println(beside(other)));
    explanation.lines().forEach(out::println);
    out.println(explanation.due());
    return CommandLine.ExitCode.OK;
  }

  private String id() {
    if (!rule.matches("[A-Z]\\d{2}[a-z]{0,2}")) {
      throw wrong("--rule " + rule + ": a rule is called like F09 or P11a, see 'deadlines list'");
    }
    return rule;
  }

  private ParameterException nothingToCount(List<DeadlineRule> meant) {
    return wrong(
        meant.isEmpty()
            ? "--rule " + rule + ": see 'deadlines list'"
            : "--rule " + rule + ": the limit stands in the document itself");
  }

  /** A row of law that became several rules: the others, with their limits. */
  private String beside(DeadlineRule other) {
    return "+ %s %s %s"
        .formatted(other.id(), other.limit().map(Limit::toString).orElse("-"), text(other.duty()));
  }

  private boolean chinese() {
    return language == null ? Locale.getDefault().getLanguage().equals("zh") : language == Words.ZH;
  }

  private String text(Label label) {
    return chinese() ? label.zh() : label.en();
  }

  private Moment moment() {
    try {
      if (!start.contains("T")) {
        return Moment.of(LocalDate.parse(start));
      }
      return start.matches(".*([+-]\\d{2}:\\d{2}|Z)")
          ? Moment.of(OffsetDateTime.parse(start))
          : Moment.of(LocalDateTime.parse(start).atOffset(CHINA));
    } catch (DateTimeException e) {
      throw wrong("--start " + start + ": a day like 2026-04-03 or a moment like 2026-04-03T10:20");
    }
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
