package io.enforcement.gateway.routes.cli.partner;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code partner}: what a site does with the packs of its own partners. */
@Command(
    name = "partner",
    resourceBundle = "io.enforcement.gateway.routes.cli.help",
    mixinStandardHelpOptions = true,
    subcommands = {CheckCommand.class, NewCommand.class})
public final class PartnerCommand implements Runnable {

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "partner check | new");
  }
}
