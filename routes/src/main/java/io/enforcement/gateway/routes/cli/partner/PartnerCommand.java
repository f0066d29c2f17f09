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
    subcommands = {
      NewCommand.class,
      CheckCommand.class,
      InstallCommand.class,
      VersionsCommand.class,
      RollBackCommand.class,
      RemoveCommand.class,
      AddCodeCommand.class
    })
public final class PartnerCommand implements Runnable {

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(),
        "partner new | check | install | versions | roll-back | remove | add-code");
  }
}
