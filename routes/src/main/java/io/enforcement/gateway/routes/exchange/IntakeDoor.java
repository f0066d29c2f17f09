package io.enforcement.gateway.routes.exchange;

import io.enforcement.gateway.routes.store.Arrival;
import io.enforcement.gateway.routes.store.Reception;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.ProducerTemplate;
import org.springframework.stereotype.Component;

/**
 * Where every arrival enters its intake route, however it came (Messaging Gateway). Thread-safe.
 */
@Component
class IntakeDoor {

  private final ProducerTemplate camel;

  IntakeDoor(ProducerTemplate camel) {
    this.camel = camel;
  }

  /**
   * Brings an arrival to disk.
   *
   * @throws RuntimeException the failure itself, not Camel's wrapping of it: a lost database must
   *     be told as such
   */
  Reception enter(Arrival arrival) {
    String route = "direct:intake." + arrival.sender() + "." + arrival.exchange();
    try {
      return camel.requestBody(route, arrival, Reception.class);
    } catch (CamelExecutionException e) {
      throw e.getCause() instanceof RuntimeException failure ? failure : e;
    }
  }
}
