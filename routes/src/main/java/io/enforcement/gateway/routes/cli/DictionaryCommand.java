package io.enforcement.gateway.routes.cli;

import io.enforcement.gateway.standards.edition.Edition;
import io.enforcement.gateway.standards.edition.EditionFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * {@code dictionary}: writes the edition of the standard that this software speaks into a
 * directory: schemas, samples, code tables, rules, dictionary pages. The running gateway serves the
 * same files.
 */
@Command(
    name = "dictionary",
    resourceBundle = "io.enforcement.gateway.routes.cli.help",
    mixinStandardHelpOptions = true)
final class DictionaryCommand implements Callable<Integer> {

  @Option(names = "--out", paramLabel = "DIR", required = true, descriptionKey = "dictionary.out")
  private Path out;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    if (holdsSomethingElse()) {
      throw new ParameterException(
          spec.commandLine(),
          "--out "
              + out
              + ": holds other files; name an empty or new directory, or one of an earlier run");
    }
    for (EditionFile file : Edition.current().files()) {
      Path target = out.resolve(file.path());
      Files.createDirectories(target.getParent());
      Files.write(target, file.bytes());
    }
    spec.commandLine()
        .getOut()
        .println(
            Edition.NAME
                + ": "
                + Edition.current().files().size()
                + " files, "
                + out.resolve("index.html"));
    return CommandLine.ExitCode.OK;
  }

  private boolean holdsSomethingElse() throws IOException {
    if (!Files.exists(out)) {
      return false;
    }
    if (!Files.isDirectory(out)) {
      return true;
    }
    try (Stream<Path> files = Files.list(out)) {
      return files.findAny().isPresent() && !Files.exists(out.resolve("manifest.csv"));
    }
  }
}
