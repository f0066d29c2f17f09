package io.enforcement.gateway.routes.cli.deadlines;

import io.enforcement.gateway.routes.cli.conversation.CloseFindingCommand;
import io.enforcement.gateway.routes.cli.conversation.DueCommand;
import io.enforcement.gateway.routes.cli.conversation.FindingsCommand;
import io.enforcement.gateway.routes.cli.conversation.ToldByHandCommand;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code deadlines}: the deadline table, how it is counted, and what a gateway holds by it. */
@Command(
    name = "deadlines",
    resourceBundle = "io.enforcement.gateway.routes.cli.help",
    mixinStandardHelpOptions = true,
    subcommands = {
      ExplainCommand.class,
      ListCommand.class,
      DueCommand.class,
      FindingsCommand.class,
      CloseFindingCommand.class,
      ToldByHandCommand.class
    })
public final class DeadlinesCommand implements Runnable {

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "deadlines explain | list | due | findings | close");
  }
}
