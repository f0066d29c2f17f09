package io.enforcement.gateway.routes.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code serve}: runs the gateway until it is told to stop. */
@Command(
    name = "serve",
    resourceBundle = "io.enforcement.gateway.routes.cli.help",
    mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {

  @Mixin private GatewayOptions options;

  @Override
  public Integer call() {
    return new Serving(options).run();
  }
}
