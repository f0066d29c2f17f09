package io.enforcement.gateway.routes.sandbox;

import java.nio.file.Path;
import java.util.Map;

/** Starts a gateway as a process of its own; implemented by the CLI. */
@FunctionalInterface
public interface ProcessLauncher {

  /**
   * Returns when the gateway is ready. Closing it ends the process in order.
   *
   * @param dataDirectory of this gateway alone
   * @param port where it listens, on this machine only
   * @param settings what a site would write into its {@code gateway.yaml}
   */
  RunningGateway launch(Path dataDirectory, int port, Map<String, Object> settings);
}
