package io.enforcement.gateway.routes.cli.conversation;

import java.util.UUID;
import picocli.CommandLine.Command;

/** {@code deadlines close}: there is nothing more to do about a finding of a running gateway. */
@Command(
    name = "close",
    resourceBundle = "io.enforcement.gateway.routes.cli.help",
    mixinStandardHelpOptions = true)
public final class CloseFindingCommand extends SettlingCommand {

  @Override
  String path(UUID deadline) {
    return "/api/v1/findings/" + deadline + "/closing";
  }

  @Override
  String done() {
    return text("已了结：", "closed: ");
  }
}
