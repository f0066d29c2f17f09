package io.enforcement.gateway.routes.broker;

import java.util.Locale;
import org.apache.camel.Exchange;
import org.apache.camel.component.jms.JmsHeaderFilterStrategy;

/**
 * Lets no header pass that could steer Camel, in any letter case and in either direction: a claim
 * check says what is waiting, never what to do.
 */
final class ClaimCheckHeaders extends JmsHeaderFilterStrategy {

  @Override
  protected boolean extendedFilter(Direction direction, String name, Object value, Exchange on) {
    String lowerCase = name.toLowerCase(Locale.ROOT);
    return lowerCase.startsWith("camel") || lowerCase.startsWith("org.apache.camel");
  }
}
