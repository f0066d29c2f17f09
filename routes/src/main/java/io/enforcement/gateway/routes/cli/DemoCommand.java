package io.enforcement.gateway.routes.cli;

import io.enforcement.gateway.routes.DataDirectory;
import io.enforcement.gateway.routes.sandbox.Demo;
import io.enforcement.gateway.routes.sandbox.DemoOptions;
import io.enforcement.gateway.routes.sandbox.RunningGateway;
import io.enforcement.gateway.routes.security.People;
import io.enforcement.gateway.routes.security.Person;
import io.enforcement.gateway.routes.security.Role;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.springframework.context.ConfigurableApplicationContext;
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

  @Option(
      names = "--patience",
      paramLabel = "SECONDS",
      descriptionKey = "patience",
      defaultValue = "170")
  private int patience;

  @Override
  public Integer call() {
    Serving serving = new Serving(options);
    try (DataDirectory data = serving.open()) {
      return Demo.run(
          new DemoOptions(data.path(), once, seed, Duration.ofSeconds(patience)),
          properties -> new Launched(serving.start(data, properties)),
          System.out,
          System.err);
    }
  }

  /** The gateway of the demonstration, with an operator of its own that ends with it. */
  private static final class Launched implements RunningGateway {

    private static final String ACTOR = "demo";

    private final ConfigurableApplicationContext context;
    private final People people;
    private final Person operator;
    private final String token;

    Launched(ConfigurableApplicationContext context) {
      this.context = context;
      this.people = context.getBean(People.class);
      String name = "demo-operator-" + System.currentTimeMillis();
      People.Added added = people.add(ACTOR, name, Role.OPERATOR);
      this.operator = added.person();
      this.token = added.token();
    }

    @Override
    public URI base() {
      return URI.create(
          "http://127.0.0.1:" + context.getEnvironment().getRequiredProperty("local.server.port"));
    }

    @Override
    public String operatorToken() {
      return token;
    }

    @Override
    public void close() {
      if (context.isActive()) {
        people.disable(ACTOR, operator.name());
        context.close();
      }
    }
  }
}
