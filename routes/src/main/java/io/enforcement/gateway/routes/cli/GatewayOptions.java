package io.enforcement.gateway.routes.cli;

import java.nio.file.Path;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParseResult;

/** Options that every command has which starts the gateway. */
final class GatewayOptions {

  @Option(names = "--data-dir", paramLabel = "DIR", descriptionKey = "data-dir")
  private Path dataDirectory = Path.of("data");

  @Option(names = "--port", paramLabel = "N", descriptionKey = "port")
  private int port = 8080;

  @Option(names = "--management-port", paramLabel = "N", descriptionKey = "management-port")
  private Integer managementPort;

  @Option(names = "--debug", descriptionKey = "debug")
  private boolean debug;

  /** Those of a gateway that another command runs for itself. */
  static GatewayOptions of(Path dataDirectory, int port) {
    GatewayOptions options = new GatewayOptions();
    options.dataDirectory = dataDirectory;
    options.port = port;
    return options;
  }

  Path dataDirectory() {
    return dataDirectory;
  }

  /** Zero asks for any free port. */
  int port() {
    return port;
  }

  int managementPort() {
    if (managementPort != null) {
      return managementPort;
    }
    return port == 0 ? 0 : port + 1;
  }

  boolean debug() {
    return debug;
  }

  static boolean debug(ParseResult arguments) {
    ParseResult last = arguments;
    while (last.hasSubcommand()) {
      last = last.subcommand();
    }
    return last.hasMatchedOption("--debug");
  }
}
