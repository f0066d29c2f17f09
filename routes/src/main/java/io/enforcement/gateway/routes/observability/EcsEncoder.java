package io.enforcement.gateway.routes.observability;

import org.springframework.boot.logging.logback.StructuredLogEncoder;
import org.springframework.core.env.Environment;
import org.springframework.core.env.StandardEnvironment;

/**
 * Lines of the log as JSON of the Elastic Common Schema. Spring Boot's own encoder, which asks for
 * an application: the command line logs before there is one, and without one.
 */
public final class EcsEncoder extends StructuredLogEncoder {

  /** Made by logback. */
  public EcsEncoder() {
    setFormat("ecs");
  }

  @Override
  public void start() {
    String environment = Environment.class.getName();
    if (getContext().getObject(environment) == null) {
      getContext().putObject(environment, new StandardEnvironment());
    }
    super.start();
  }
}
