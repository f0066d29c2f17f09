package io.enforcement.gateway.routes.cli.conversation;

import java.util.UUID;
import picocli.CommandLine.Command;

/** {@code deadlines told}: a receiver that a running gateway cannot tell was told by hand. */
@Command(
    name = "told",
    resourceBundle = "io.enforcement.gateway.routes.cli.help",
    mixinStandardHelpOptions = true)
public final class ToldByHandCommand extends SettlingCommand {

  @Override
  String path(UUID deadline) {
    return "/api/v1/deadlines/" + deadline + "/telling";
  }

  @Override
  String done() {
    return text("已告知：", "told: ");
  }
}
