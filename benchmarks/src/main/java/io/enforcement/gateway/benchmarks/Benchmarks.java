package io.enforcement.gateway.benchmarks;

import java.io.IOException;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line of {@code benchmarks.jar}. */
@Command(
    name = "benchmarks.jar",
    mixinStandardHelpOptions = true,
    version = "enforcement gateway benchmarks",
    description =
        "Measures the gateway's parts, the whole beside its peers, what kills and faults leave, a"
            + " year, and how a province fills.",
    subcommands = {
      JmhCommand.class,
      LoadCommand.class,
      AuditCostCommand.class,
      CrashCommand.class,
      FaultsCommand.class,
      MutantsCommand.class,
      RestartCommand.class,
      YearCommand.class,
      ProvinceCommand.class,
      NaiveCommand.class
    })
public final class Benchmarks implements Runnable {

  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  private Benchmarks() {}

  @Override
  public void run() {
    spec.commandLine().usage(System.out);
  }

  /** Exits 0 when what was run holds, 1 when it does not, 2 on a wrong command line. */
  public static void main(String[] args) {
    System.exit(commandLine().execute(args));
  }

  static CommandLine commandLine() {
    CommandLine commands =
        new CommandLine(new Benchmarks())
            .setCaseInsensitiveEnumValuesAllowed(true)
            .setExecutionExceptionHandler(Benchmarks::told);
    // JMH's own options are its business: -wi, -i, -f, -h.
    commands.getSubcommands().get("jmh").setUnmatchedOptionsArePositionalParams(true);
    return commands;
  }

  /** What the machine or the gateway did wrong is one line; what we did wrong is a stack. */
  private static int told(Exception failure, CommandLine command, CommandLine.ParseResult parsed)
      throws Exception {
    if (!(failure instanceof IOException)) {
      throw failure;
    }
    command.getErr().println(failure.getMessage());
    return command.getCommandSpec().exitCodeOnExecutionException();
  }
}
