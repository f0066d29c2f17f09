package io.enforcement.gateway.routes.cli;

import io.enforcement.gateway.routes.cli.audit.ArchiveCommand;
import io.enforcement.gateway.routes.cli.audit.EvidenceCommand;
import io.enforcement.gateway.routes.cli.audit.NewAuditLogCommand;
import io.enforcement.gateway.routes.cli.audit.RotateAuditKeyCommand;
import io.enforcement.gateway.routes.cli.audit.VerifyAuditCommand;
import io.enforcement.gateway.routes.cli.conversation.ClockCommand;
import io.enforcement.gateway.routes.cli.conversation.ConversationsCommand;
import io.enforcement.gateway.routes.cli.deadlines.DeadlinesCommand;
import io.enforcement.gateway.routes.cli.partner.PartnerCommand;
import io.enforcement.gateway.routes.cli.partner.TranslateCommand;
import io.enforcement.gateway.routes.cli.repair.GroupsCommand;
import io.enforcement.gateway.routes.cli.repair.ParkedCommand;
import io.enforcement.gateway.routes.cli.repair.ProposalsCommand;
import io.enforcement.gateway.routes.cli.repair.ReplayCommand;
import io.enforcement.gateway.routes.cli.validate.ValidateCommand;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code java -jar enforcement-gateway.jar}: without a subcommand it serves. */
@Command(
    name = "enforcement-gateway",
    resourceBundle = "io.enforcement.gateway.routes.cli.help",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    subcommands = {
      ServeCommand.class,
      DemoCommand.class,
      ValidateCommand.class,
      DictionaryCommand.class,
      PartnerCommand.class,
      TranslateCommand.class,
      ConformanceCommand.class,
      DeadlinesCommand.class,
      ConversationsCommand.class,
      ClockCommand.class,
      EvidenceCommand.class,
      VerifyAuditCommand.class,
      ArchiveCommand.class,
      RotateAuditKeyCommand.class,
      NewAuditLogCommand.class,
      GroupsCommand.class,
      ParkedCommand.class,
      ProposalsCommand.class,
      ReplayCommand.class
    })
public final class EnforcementGateway implements Callable<Integer> {

  @Mixin private GatewayOptions options;

  public static void main(String[] arguments) {
    System.exit(run(arguments));
  }

  /** Runs one command line to its end and returns the exit code: 0, 1 (failed), 2 (misused). */
  static int run(String... arguments) {
    return new CommandLine(new EnforcementGateway())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setExecutionExceptionHandler(EnforcementGateway::tell)
        .execute(arguments);
  }

  @Override
  public Integer call() {
    return new Serving(options).run();
  }

  private static int tell(
      Exception failure, CommandLine command, CommandLine.ParseResult arguments) {
    PrintWriter err = command.getErr();
    err.println("enforcement-gateway: " + StartFailure.line(failure));
    if (GatewayOptions.debug(arguments)) {
      failure.printStackTrace(err);
    }
    err.flush();
    return CommandLine.ExitCode.SOFTWARE;
  }
}
