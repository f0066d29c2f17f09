package io.enforcement.gateway.routes.query;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings under {@code gateway.queries}.
 *
 * @param timeout within which a query is answered or given up, waiting for its turn included
 * @param waiting how many may wait for their turn; more are turned away at once
 * @param perSecond how many a partner may ask, apart from what it may send
 * @param body who answers; needed as soon as a partner may ask
 */
@ConfigurationProperties(prefix = "gateway.queries", ignoreUnknownFields = false)
record QuerySettings(
    @DefaultValue("PT3S") Duration timeout,
    @DefaultValue("8") int waiting,
    @DefaultValue("20") int perSecond,
    Body body) {

  /**
   * The body that runs the gateway.
   *
   * @param name its name
   * @param uscc its unified social credit code
   * @param areaNumber its administrative division
   */
  record Body(String name, String uscc, String areaNumber) {}
}
