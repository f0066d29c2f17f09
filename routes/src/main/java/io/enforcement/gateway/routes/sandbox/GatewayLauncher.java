package io.enforcement.gateway.routes.sandbox;

import java.util.Map;

/** Starts the gateway on the data directory of the demonstration; implemented by the CLI. */
@FunctionalInterface
public interface GatewayLauncher {

  /**
   * Returns when the gateway is ready.
   *
   * @param properties Spring properties to add to its own
   */
  RunningGateway launch(Map<String, Object> properties);
}
