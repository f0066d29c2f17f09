package io.enforcement.gateway.routes.cli;

import io.enforcement.gateway.routes.CannotStart;
import io.enforcement.gateway.routes.DataDirectory;
import io.enforcement.gateway.routes.GatewayApplication;
import io.enforcement.gateway.routes.database.EmbeddedDatabase;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.Banner;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.core.env.Environment;

/**
 * Runs of the gateway: first what can be checked in a moment (ports, directory, settings file),
 * then the application.
 */
final class Serving {

  private final GatewayOptions options;
  private final long began = System.nanoTime();
  private volatile boolean ready;

  Serving(GatewayOptions options) {
    this.options = options;
  }

  /** Starts, says so, and returns when the gateway has been stopped. */
  int run() {
    try (Run run = open(this::endInPeace)) {
      CountDownLatch closing = new CountDownLatch(1);
      ConfigurableApplicationContext gateway = start(run, Map.of());
      gateway.addApplicationListener(
          (ApplicationListener<ContextClosedEvent>) event -> closing.countDown());
      ready = true;
      closing.await();
      gateway.close(); // the event tells the beginning; this returns at the end of it
      return 0;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return 1;
    }
  }

  /**
   * Runs after everything was closed because the process was told to stop. That is no failure, but
   * Java would end with 143 or 130. A second signal changes nothing: it waits for this end.
   */
  private void endInPeace() {
    if (ready) {
      Runtime.getRuntime().halt(0);
    }
  }

  /**
   * Begins a run on the data directory, once it is known that a start can succeed.
   *
   * @param last what is left to do when a signal has ended it
   */
  Run open(Runnable last) {
    DataDirectory data = DataDirectory.open(options.dataDirectory());
    try {
      SiteSettings.check(data.path().resolve("gateway.yaml"));
      requireFree(options.port(), new InetSocketAddress(options.port()));
      requireFree(
          options.managementPort(),
          new InetSocketAddress(InetAddress.getLoopbackAddress(), options.managementPort()));
      return Run.on(data, last);
    } catch (CannotStart e) {
      data.close();
      throw e;
    }
  }

  /** Starts the application and says so when it is ready. */
  ConfigurableApplicationContext start(Run run, Map<String, Object> more) {
    return start(run, more, List.of());
  }

  /**
   * The same.
   *
   * @param above settings that nothing around the process can change
   */
  ConfigurableApplicationContext start(Run run, Map<String, Object> more, List<String> above) {
    DataDirectory data = run.data();
    List<String> settings = new ArrayList<>(above);
    settings.addAll(
        List.of(
            "--gateway.data-dir=" + data.path(),
            "--server.port=" + options.port(),
            "--management.server.port=" + options.managementPort(),
            "--spring.config.additional-location=optional:file:"
                + data.path().resolve("gateway.yaml")));
    ConfigurableApplicationContext gateway =
        new SpringApplicationBuilder(GatewayApplication.class)
            .properties(more)
            .bannerMode(Banner.Mode.OFF)
            .logStartupInfo(false)
            .initializers(
                context -> context.getBeanFactory().registerSingleton("dataDirectory", data),
                context -> unpackAhead(context.getEnvironment(), data))
            .run(settings.toArray(String[]::new));
    run.ready();
    sayReady(gateway, data);
    return gateway;
  }

  private static void unpackAhead(Environment settings, DataDirectory data) {
    if (settings.getProperty("gateway.database.url", "").isBlank()) {
      EmbeddedDatabase.unpackAhead(data);
    }
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
