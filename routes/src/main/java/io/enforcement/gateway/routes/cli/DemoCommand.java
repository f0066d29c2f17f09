package io.enforcement.gateway.routes.cli;

import io.enforcement.gateway.routes.DataDirectory;
import io.enforcement.gateway.routes.sandbox.Demo;
import io.enforcement.gateway.routes.sandbox.DemoOptions;
import io.enforcement.gateway.routes.sandbox.ProvinceDemo;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code demo}: the gateway with simulated partners and realistic traffic. */
@Command(
    name = "demo",
    resourceBundle = "io.enforcement.gateway.routes.cli.help",
    mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {

  @Mixin private GatewayOptions options;

  @Option(names = "--once", descriptionKey = "once")
  private boolean once;

  @Option(names = "--seed", paramLabel = "N", descriptionKey = "seed", defaultValue = "20261122")
  private long seed;

  @Option(names = "--departments", descriptionKey = "departments")
  private boolean departments;

  @Option(names = "--province", descriptionKey = "province")
  private boolean province;

  @Option(
      names = "--patience",
      paramLabel = "SECONDS",
      descriptionKey = "patience",
      defaultValue = "170")
  private int patience;

  @Override
  public Integer call() {
    return province ? ofTheProvince() : ofOneGateway();
  }

  /** Each gateway has a directory of its own; the lock of this one keeps a second run out. */
  private int ofTheProvince() {
    try (DataDirectory home = DataDirectory.open(options.dataDirectory().resolve("federation"))) {
      return ProvinceDemo.run(demo(home.path()), GatewayProcess::launch, System.out, System.err);
    }
  }

  private DemoOptions demo(Path directory) {
    return new DemoOptions(directory, once, seed, departments, Duration.ofSeconds(patience));
  }

  private int ofOneGateway() {
    Serving serving = new Serving(options);
    try (Run run = serving.open(() -> {})) {
      return Demo.run(
          demo(run.data().path()),
          properties -> Launched.demo(serving, run, properties),
          System.out,
          System.err);
    }
  }
}
