package io.enforcement.gateway.routes.cli.validate;

import io.enforcement.gateway.standards.file.FileCheck;
import io.enforcement.gateway.standards.format.RecordTypes;
import io.enforcement.gateway.standards.model.StandardRecord;
import io.enforcement.gateway.standards.reference.ReferenceFolder;
import io.enforcement.gateway.standards.rules.ReferenceData;
import io.enforcement.gateway.standards.rules.StandardValidator;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code validate}: checks files of records of the standard as the intake would. Ends with 0 when
 * no record is refused, 1 when one is, 2 when it cannot do what it was asked.
 */
@Command(
    name = "validate",
    resourceBundle = "io.enforcement.gateway.routes.cli.help",
    mixinStandardHelpOptions = true)
public final class ValidateCommand implements Callable<Integer> {

  /** Dates of acts are dates in China, wherever the machine stands. */
  private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

  /** How the findings are told. */
  enum Format {
    TEXT,
    JSON,
    JUNIT
  }

  /** The languages of the catalogue. */
  enum Language {
    ZH(Locale.SIMPLIFIED_CHINESE),
    EN(Locale.ENGLISH);

    private final Locale locale;

    Language(Locale locale) {
      this.locale = locale;
    }
  }

  @Parameters(paramLabel = "FILE|DIR", arity = "1..*", descriptionKey = "validate.files")
  private List<Path> files;

  @Option(names = "--record", paramLabel = "NAME", descriptionKey = "validate.record")
  private String record;

  @Option(names = "--reference", paramLabel = "DIR", descriptionKey = "validate.reference")
  private Path reference;

  @Option(names = "--format", paramLabel = "FORMAT", descriptionKey = "validate.format")
  private Format format = Format.TEXT;

  @Option(names = "--lang", paramLabel = "LANG", descriptionKey = "validate.lang")
  private Language language;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    LocalDate today = LocalDate.now(CHINA);
    FileCheck check = new FileCheck(type(), today, validator(today));
    Tally tally = new Tally();
    List<Path> all = all();
    Report report = report(out);
    try (Progress progress = Progress.on(System.err, bytes(all))) {
      for (Path file : all) {
        progress.begin(file);
        check.check(
            file,
            checked -> {
              tally.count(checked);
              progress.record();
              report.tell(checked);
            },
            progress::read);
      }
      progress.close();
      report.end(tally);
    } catch (IOException e) {
      throw new ParameterException(spec.commandLine(), cannotRead(e));
    }
    return tally.refused() == 0 ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
  }

  private Report report(PrintWriter out) {
    Locale locale = language == null ? Locale.getDefault() : language.locale;
    return switch (format) {
      case TEXT -> new TextReport(out, locale);
      case JSON -> new JsonReport(out, locale);
      case JUNIT -> new JunitReport(out, locale);
    };
  }

  private Optional<Class<? extends StandardRecord>> type() {
    if (record == null) {
      return Optional.empty();
    }
    return Optional.of(
        RecordTypes.of(record)
            .orElseThrow(
                () ->
                    new ParameterException(
                        spec.commandLine(),
                        "--record " + record + ": " + String.join(", ", RecordTypes.names()))));
  }

  private StandardValidator validator(LocalDate today) {
    if (reference == null) {
      return StandardValidator.shipped();
    }
    if (!Files.isDirectory(reference)) {
      throw new ParameterException(
          spec.commandLine(), "--reference " + reference + ": no such directory");
    }
    try {
      ReferenceData data = new ReferenceFolder(reference, () -> today).current();
      return new StandardValidator(() -> data);
    } catch (IllegalArgumentException | UncheckedIOException e) {
      throw new ParameterException(spec.commandLine(), "--reference: " + e.getMessage());
    }
  }

  private List<Path> all() {
    List<Path> all = new ArrayList<>();
    for (Path file : files) {
      try (Stream<Path> below = Files.walk(file)) {
        below
            .filter(Files::isRegularFile)
            .filter(each -> each.equals(file) || FileCheck.isRecordFile(each))
            .sorted()
            .forEach(all::add);
      } catch (IOException e) {
        throw new ParameterException(spec.commandLine(), cannotRead(e));
      }
    }
    return all;
  }

  private static long bytes(List<Path> files) {
    return files.stream().mapToLong(file -> file.toFile().length()).sum();
  }

  private static String cannotRead(IOException e) {
    return "cannot read " + e.getMessage();
  }
}
