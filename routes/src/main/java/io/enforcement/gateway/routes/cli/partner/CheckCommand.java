package io.enforcement.gateway.routes.cli.partner;

import io.enforcement.gateway.routes.pack.check.PackCheck;
import io.enforcement.gateway.routes.pack.check.PackProblem;
import io.enforcement.gateway.routes.partner.PackFiles;
import io.enforcement.gateway.routes.problem.Language;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code partner check}: everything that is wrong with a pack. Ends with 0 when it can be
 * installed, 1 when not, 2 when it cannot do what it was asked.
 */
@Command(
    name = "check",
    resourceBundle = "io.enforcement.gateway.routes.cli.help",
    mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {

  @Parameters(paramLabel = "DIR|ZIP", descriptionKey = "partner.pack")
  private Path path;

  @Option(names = "--json", descriptionKey = "partner.json")
  private boolean json;

  @Option(names = "--lang", paramLabel = "LANG", descriptionKey = "validate.lang")
  private Language language;

  @Option(names = "--write-outcomes", descriptionKey = "partner.check.write-outcomes")
  private boolean writeOutcomes;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    Locale locale = language == null ? Locale.getDefault() : language.locale();
    List<PackProblem> problems = problems(locale);
    PrintWriter out = spec.commandLine().getOut();
    problems.forEach(problem -> out.println(json ? line(problem) : text(problem, locale)));
    long errors = problems.stream().filter(PackProblem::isError).count();
    out.println(sum(errors, problems.size() - errors, locale));
    out.flush();
    return errors == 0 ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
  }

  private List<PackProblem> problems(Locale locale) {
    PackCheck check = new PackCheck();
    try {
      PackFiles pack = PackSource.read(spec, path);
      if (writeOutcomes) {
        check.missingOutcomes(pack).forEach(this::write);
        pack = PackSource.read(spec, path);
      }
      return check.check(pack, locale);
    } catch (PackFiles.Unreadable e) {
      return check.unreadable(path.toString(), e, locale);
    }
  }

  private void write(String name, String text) {
    if (!Files.isDirectory(path)) {
      throw new ParameterException(spec.commandLine(), "--write-outcomes: " + path);
    }
    try {
      Files.writeString(path.resolve(name), text, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(name + " cannot be written", e);
    }
  }

  private static String text(PackProblem problem, Locale locale) {
    if (problem.isError()) {
      return problem.inOneLine();
    }
    return problem.file()
        + ":"
        + problem.line()
        + (isChinese(locale) ? ": （提示）" : ": (warning) ")
        + problem.what()
        + " — "
        + problem.fix();
  }

  private static String line(PackProblem problem) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("severity", problem.severity().name());
    row.put("file", problem.file());
    row.put("line", problem.line());
    row.put("what", problem.what());
    row.put("fix", problem.fix());
    return Json.line(row);
  }

  private String sum(long errors, long warnings, Locale locale) {
    if (json) {
      Map<String, Object> sums = new LinkedHashMap<>();
      sums.put("errors", errors);
      sums.put("warnings", warnings);
      return Json.line(sums);
    }
    return (isChinese(locale) ? "%s：错误 %d 个，提示 %d 个" : "%s: %d errors, %d warnings")
        .formatted(path, errors, warnings);
  }

  private static boolean isChinese(Locale locale) {
    return locale.getLanguage().equals(Locale.CHINESE.getLanguage());
  }
}
