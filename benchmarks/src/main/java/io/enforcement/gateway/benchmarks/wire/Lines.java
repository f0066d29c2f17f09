package io.enforcement.gateway.benchmarks.wire;

import java.io.IOException;

/** The lines between the gateway and its far sides. */
@FunctionalInterface
public interface Lines {

  /** Nothing lies between them. */
  Lines DIRECT = (name, port) -> port;

  /**
   * Lays a line to a far side on loopback.
   *
   * @param name of the far side
   * @param port where it listens
   * @return where the gateway shall connect to
   */
  int lay(String name, int port) throws IOException;
}
