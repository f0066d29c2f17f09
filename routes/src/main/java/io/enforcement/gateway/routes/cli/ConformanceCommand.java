package io.enforcement.gateway.routes.cli;

import io.enforcement.gateway.routes.DataDirectory;
import io.enforcement.gateway.routes.cli.partner.CandidateSource;
import io.enforcement.gateway.routes.conformance.Candidate;
import io.enforcement.gateway.routes.conformance.Certificate;
import io.enforcement.gateway.routes.conformance.CertificateFiles;
import io.enforcement.gateway.routes.conformance.Conformance;
import io.enforcement.gateway.routes.problem.Language;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import org.springframework.util.FileSystemUtils;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * {@code conformance}: a partner's pack climbs the ladder in a sandbox of its own and gets its
 * certificate. Ends with 0 when no step failed, 1 when one did, 2 when it cannot do what it was
 * asked.
 */
@Command(
    name = "conformance",
    resourceBundle = "io.enforcement.gateway.routes.cli.help",
    mixinStandardHelpOptions = true)
final class ConformanceCommand implements Callable<Integer> {

  @Option(names = "--partner", paramLabel = "ID", descriptionKey = "translate.partner")
  private String id;

  @Option(names = "--pack", paramLabel = "DIR|ZIP", descriptionKey = "translate.pack")
  private Path pack;

  @Option(names = "--data-dir", paramLabel = "DIR", descriptionKey = "conformance.data-dir")
  private Path dataDirectory = Path.of("data");

  @Option(names = "--out", paramLabel = "DIR", descriptionKey = "conformance.out")
  private Path out = Path.of(".");

  @Option(names = "--setting", paramLabel = "NAME=VALUE", descriptionKey = "conformance.setting")
  private Map<String, String> settings = new TreeMap<>();

  @Option(names = "--port", paramLabel = "N", descriptionKey = "conformance.port")
  private int port;

  @Option(names = "--lang", paramLabel = "LANG", descriptionKey = "validate.lang")
  private Language language;

  @Option(names = "--json", descriptionKey = "conformance.json")
  private boolean json;

  @Option(names = "--debug", descriptionKey = "debug")
  private boolean debug;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException, InterruptedException {
    Locale locale = language == null ? Locale.getDefault() : language.locale();
    Candidate candidate = CandidateSource.of(spec, id, pack, dataDirectory, locale);
    Path sandbox = Files.createTempDirectory("conformance-");
    try {
      CertificateFiles files = CertificateFiles.of(run(candidate, sandbox, locale), locale);
      files.writeTo(out);
      return tell(files);
    } finally {
      sweep(sandbox);
    }
  }

  private Certificate run(Candidate candidate, Path sandbox, Locale locale)
      throws InterruptedException {
    PrintStream watcher = new PrintStream(System.err, true, StandardCharsets.UTF_8);
    Serving serving = new Serving(GatewayOptions.of(sandbox.resolve("data"), port));
    // A run that is broken off leaves nothing behind either.
    try (Run run = serving.open(() -> sweep(sandbox))) {
      requireOwnSecrets(candidate, run.data());
      return Conformance.run(
          candidate,
          settings,
          run.data().path(),
          properties -> Launched.apart(serving, run, properties),
          UnaryOperator.identity(),
          locale,
          watcher,
          Version.text());
    }
  }

  /** A secret of the real site must neither come in nor be tried against a simulated partner. */
  private void requireOwnSecrets(Candidate candidate, DataDirectory data) {
    for (String name : candidate.secrets()) {
      if (data.secret(name).isPresent()) {
        throw new ParameterException(
            spec.commandLine(),
            "the environment holds the secret " + name + ": start the run without it");
      }
    }
  }

  private int tell(CertificateFiles files) {
    PrintWriter printer = spec.commandLine().getOut();
    if (json) {
      printer.print(files.json());
    } else {
      printer.println(files.sum(out));
    }
    printer.flush();
    return files.isPassed() ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
  }

  private static void sweep(Path sandbox) {
    try {
      FileSystemUtils.deleteRecursively(sandbox);
    } catch (IOException e) {
      // The operating system sweeps its temporary directory too.
      return;
    }
  }
}
