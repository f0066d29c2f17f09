package io.enforcement.gateway.routes.cli.deadlines;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code deadlines}: the deadline table and how it is counted. */
@Command(
    name = "deadlines",
    resourceBundle = "io.enforcement.gateway.routes.cli.help",
    mixinStandardHelpOptions = true,
    subcommands = {ExplainCommand.class, ListCommand.class})
public final class DeadlinesCommand implements Runnable {

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "deadlines explain | list");
  }
}
