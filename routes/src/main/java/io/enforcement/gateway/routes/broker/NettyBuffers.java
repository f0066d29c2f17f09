package io.enforcement.gateway.routes.broker;

/**
 * On Java 25 Netty by default frees only buffers of its own making, and Artemis then fails when it
 * reads an existing journal. Has an effect only before Netty's first class is loaded.
 */
final class NettyBuffers {

  private static final String SWITCH = "io.netty.noUnsafe";

  private NettyBuffers() {}

  static void allowAll() {
    if (System.getProperty(SWITCH) == null) {
      System.setProperty(SWITCH, "false");
    }
  }
}
