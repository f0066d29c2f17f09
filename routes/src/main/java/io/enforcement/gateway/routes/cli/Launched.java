package io.enforcement.gateway.routes.cli;

import io.enforcement.gateway.routes.sandbox.RunningGateway;
import io.enforcement.gateway.routes.security.People;
import io.enforcement.gateway.routes.security.Person;
import io.enforcement.gateway.routes.security.Role;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;

/** A gateway that the sandbox plays with, with an operator of its own that ends with it. */
final class Launched implements RunningGateway {

  private static final String ACTIVE = ".active";

  /**
   * What a site's environment may say of its own database and broker, and a gateway of the sandbox
   * must not hear; and nobody but this machine calls it.
   */
  private static final List<String> APART =
      List.of(
          "--gateway.database.url=",
          "--gateway.broker.url=",
          "--server.address=127.0.0.1",
          "--management.server.address=127.0.0.1",
          "--logging.level.root=ERROR");

  private final ConfigurableApplicationContext context;
  private final People people;
  private final Person operator;
  private final String actor;
  private final String token;

  private Launched(ConfigurableApplicationContext context, String actor, String name) {
    this.context = context;
    this.actor = actor;
    this.people = context.getBean(People.class);
    People.Added added = people.add(actor, name, Role.OPERATOR);
    this.operator = added.person();
    this.token = added.token();
  }

  /** The gateway of the demonstration. */
  static Launched demo(Serving serving, Run run, Map<String, Object> properties) {
    return launch("demo", serving, run, properties, List.of());
  }

  /** A gateway that keeps apart from whatever the site itself has set. */
  static Launched apart(Serving serving, Run run, Map<String, Object> properties) {
    return launch("conformance", serving, run, properties, APART);
  }

  private static Launched launch(
      String actor,
      Serving serving,
      Run run,
      Map<String, Object> properties,
      List<String> settings) {
    String operator = actor + "-operator-" + System.currentTimeMillis();
    return new Launched(
        serving.start(run, seenBy(operator, properties), settings), actor, operator);
  }

  /** Who watches may see what is restricted, too: all of it is invented. */
  private static Map<String, Object> seenBy(String operator, Map<String, Object> properties) {
    Map<String, Object> seen = new HashMap<>(properties);
    properties.keySet().stream()
        .filter(name -> name.endsWith(ACTIVE))
        .map(name -> name.substring(0, name.length() - ACTIVE.length()))
        .forEach(partner -> seen.put(partner + ".people[0]", operator));
    return seen;
  }

  @Override
  public URI base() {
    Environment settings = context.getEnvironment();
    String scheme = settings.containsProperty("server.ssl.key-store") ? "https" : "http";
    return URI.create(scheme + "://127.0.0.1:" + settings.getRequiredProperty("local.server.port"));
  }

  @Override
  public String operatorToken() {
    return token;
  }

  @Override
  public void close() {
    if (context.isActive()) {
      people.disable(actor, operator.name());
      context.close();
    }
  }
}
