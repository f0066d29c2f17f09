package io.enforcement.gateway.routes.cli.partner;

import io.enforcement.gateway.routes.pack.scaffold.NewExchange;
import io.enforcement.gateway.routes.pack.scaffold.NewPack;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code partner new}: writes a pack to begin with, which passes the check at once. */
@Command(
    name = "new",
    resourceBundle = "io.enforcement.gateway.routes.cli.help",
    mixinStandardHelpOptions = true)
final class NewCommand implements Callable<Integer> {

  private static final String ORDINARY = "penalty-decision:PenaltyDecision:rest:json";

  @Option(names = "--id", paramLabel = "ID", required = true, descriptionKey = "partner.new.id")
  private String id;

  @Option(names = "--name", paramLabel = "NAME", descriptionKey = "partner.new.name")
  private String name;

  @Option(
      names = "--sends",
      paramLabel = "EXCHANGE:RECORD:VIA:FORMAT",
      descriptionKey = "partner.new.sends")
  private List<String> sends = List.of();

  @Option(
      names = "--receives",
      paramLabel = "EXCHANGE:RECORD:VIA:FORMAT",
      descriptionKey = "partner.new.receives")
  private List<String> receives = List.of();

  @Parameters(paramLabel = "DIR", descriptionKey = "partner.new.dir")
  private Path folder;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    if (!id.matches("[a-z][a-z0-9-]{0,62}")) {
      throw misused("--id " + id + ": [a-z][a-z0-9-]*");
    }
    if (holdsSomething()) {
      throw misused(folder + ": holds files; name an empty or new directory");
    }
    Map<String, String> files =
        NewPack.of(id, name == null ? id : name, exchanges(), China.today());
    files.forEach(this::write);
    spec.commandLine().getOut().println(folder + ": " + files.size() + " files, README.md");
    return CommandLine.ExitCode.OK;
  }

  private List<NewExchange> exchanges() {
    List<NewExchange> exchanges = new ArrayList<>();
    try {
      sends.forEach(text -> exchanges.add(NewExchange.of(true, text)));
      receives.forEach(text -> exchanges.add(NewExchange.of(false, text)));
    } catch (IllegalArgumentException e) {
      throw misused(e.getMessage());
    }
    if (exchanges.isEmpty()) {
      exchanges.add(NewExchange.of(true, ORDINARY));
    }
    if (!NewPack.areDistinct(exchanges)) {
      throw misused("an exchange is named twice");
    }
    return exchanges;
  }

  private boolean holdsSomething() throws IOException {
    if (!Files.exists(folder)) {
      return false;
    }
    if (!Files.isDirectory(folder)) {
      return true;
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.findAny().isPresent();
    }
  }

  private void write(String file, String text) {
    Path target = folder.resolve(file);
    try {
      Files.createDirectories(target.getParent());
      Files.writeString(target, text, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(file + " cannot be written", e);
    }
  }

  private ParameterException misused(String what) {
    return new ParameterException(spec.commandLine(), what);
  }
}
