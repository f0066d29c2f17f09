package io.enforcement.gateway.routes.cli;

import io.enforcement.gateway.routes.CannotStart;
import io.enforcement.gateway.routes.DataDirectory;
import io.enforcement.gateway.routes.GatewayApplication;
import io.enforcement.gateway.routes.database.EmbeddedDatabase;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
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
import org.springframework.boot.SpringApplication;
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

  /** 128 and the number of SIGTERM, as every shell counts. */
  private static final int TOLD_TO_STOP = 143;

  private final GatewayOptions options;
  private final long began = System.nanoTime();
  private volatile boolean starting;
  private volatile boolean ready;

  Serving(GatewayOptions options) {
    this.options = options;
  }

  /** Starts, says so, and returns when the gateway has been stopped. */
  int run() {
    try (DataDirectory data = open()) {
      SpringApplication.getShutdownHandlers().add(this::endInPeace);
      CountDownLatch closing = new CountDownLatch(1);
      ConfigurableApplicationContext gateway = startOrGiveUp(data);
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
   * Runs after everything was closed because the process was told to stop (SIGTERM, Ctrl-C). That
   * is no failure, but Java would end with 143 or 130. A second signal changes nothing: it waits
   * for this end.
   */
  private void endInPeace() {
    if (ready) {
      Runtime.getRuntime().halt(0);
    }
  }

  private ConfigurableApplicationContext startOrGiveUp(DataDirectory data) {
    Runtime.getRuntime().addShutdownHook(new Thread(() -> giveUp(data), "give-up"));
    starting = true;
    try {
      return start(data, Map.of());
    } finally {
      starting = false; // a start that fails ends by itself, and says why
    }
  }

  /**
   * Ends a start at once, with the 143 of a process that was told to stop. Spring would finish the
   * start first, and say that it is ready. Only PostgreSQL outlives us, so only it is stopped; what
   * the rest of the start complains of while its ground is taken away is news to nobody.
   */
  private void giveUp(DataDirectory data) {
    if (starting) {
      System.setOut(new PrintStream(OutputStream.nullOutputStream()));
      System.setErr(System.out);
      EmbeddedDatabase.giveUp(data);
      Runtime.getRuntime().halt(TOLD_TO_STOP);
    }
  }

  /** Takes the data directory, once it is known that a start can succeed. */
  DataDirectory open() {
    DataDirectory data = DataDirectory.open(options.dataDirectory());
    try {
      SiteSettings.check(data.path().resolve("gateway.yaml"));
      requireFree(options.port(), new InetSocketAddress(options.port()));
      requireFree(
          options.managementPort(),
          new InetSocketAddress(InetAddress.getLoopbackAddress(), options.managementPort()));
      return data;
    } catch (CannotStart e) {
      data.close();
      throw e;
    }
  }

  /** Starts the application and says so when it is ready. */
  ConfigurableApplicationContext start(DataDirectory data, Map<String, Object> more) {
    return start(data, more, List.of());
  }

  /**
   * The same.
   *
   * @param above settings that nothing around the process can change
   */
  ConfigurableApplicationContext start(
      DataDirectory data, Map<String, Object> more, List<String> above) {
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
