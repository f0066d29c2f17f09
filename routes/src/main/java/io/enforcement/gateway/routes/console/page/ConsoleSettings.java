package io.enforcement.gateway.routes.console.page;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What a site says of its console.
 *
 * @param environment which of a site's gateways this is, shown on every page
 */
@ConfigurationProperties("gateway.console")
public record ConsoleSettings(@DefaultValue("TEST") Environment environment) {

  /** What the gateway's messages are worth. */
  public enum Environment {
    PRODUCTION,
    TEST,
    SANDBOX
  }
}
