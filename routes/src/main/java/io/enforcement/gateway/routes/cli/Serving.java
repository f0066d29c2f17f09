package io.enforcement.gateway.routes.cli;

import io.enforcement.gateway.routes.CannotStart;
import io.enforcement.gateway.routes.DataDirectory;
import io.enforcement.gateway.routes.GatewayApplication;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.Banner;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ContextClosedEvent;

/**
 * One run of the gateway: first what can be checked in a moment (ports, directory, settings file),
 * then the application.
 */
final class Serving {

  private final GatewayOptions options;
  private final long began = System.nanoTime();

  Serving(GatewayOptions options) {
    this.options = options;
  }

  /** Starts, says so, and returns when the gateway has been stopped. */
  int run() {
    try (DataDirectory data = DataDirectory.open(options.dataDirectory())) {
      SiteSettings.check(data.path().resolve("gateway.yaml"));
      requireFree(options.port(), new InetSocketAddress(options.port()));
      requireFree(
          options.managementPort(),
          new InetSocketAddress(InetAddress.getLoopbackAddress(), options.managementPort()));
      CountDownLatch closed = new CountDownLatch(1);
      ConfigurableApplicationContext gateway = start(data);
      gateway.addApplicationListener(
          (ApplicationListener<ContextClosedEvent>) event -> closed.countDown());
      sayReady(gateway, data);
      closed.await();
      return 0;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return 1;
    }
  }

  private ConfigurableApplicationContext start(DataDirectory data) {
    List<String> settings =
        List.of(
            "--gateway.data-dir=" + data.path(),
            "--server.port=" + options.port(),
            "--management.server.port=" + options.managementPort(),
            "--spring.config.additional-location=optional:file:"
                + data.path().resolve("gateway.yaml"));
    return new SpringApplicationBuilder(GatewayApplication.class)
        .bannerMode(Banner.Mode.OFF)
        .logStartupInfo(false)
        .initializers(context -> context.getBeanFactory().registerSingleton("dataDirectory", data))
        .run(settings.toArray(String[]::new));
  }

  private void sayReady(ConfigurableApplicationContext gateway, DataDirectory data) {
    Logger log = LoggerFactory.getLogger(EnforcementGateway.class);
    log.info(
        "Enforcement Gateway {} is ready: port {}, management port {}, data {}, {} s.",
        Version.text(),
        gateway.getEnvironment().getProperty("local.server.port"),
        gateway.getEnvironment().getProperty("local.management.port"),
        data.path(),
        Duration.ofNanos(System.nanoTime() - began).toMillis() / 1000.0);
  }

  private static void requireFree(int port, InetSocketAddress address) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true); // a port in TIME_WAIT is free for a server
      socket.bind(address);
    } catch (IOException taken) {
      throw new CannotStart(
          "Port " + port + " is taken; choose another one with --port or --management-port.",
          taken);
    }
  }
}
