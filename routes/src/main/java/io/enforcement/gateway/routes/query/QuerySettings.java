package io.enforcement.gateway.routes.query;

import io.enforcement.gateway.routes.CannotStart;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings under {@code gateway.queries}.
 *
 * @param timeout within which a query is answered or given up, waiting for its turn included
 * @param waiting how many may wait for their turn; more are turned away at once
 * @param perSecond how many a partner may ask, apart from what it may send
 * @param partnerTimeout within which a partner that is asked answers or is given up
 * @param perPartner how many queries are put to one partner at a time; as many may wait
 * @param toPartners how many queries to all partners together hold a thread of the server
 * @param retention how long the log of queries is kept; six months at least
 * @param body who answers; needed as soon as a partner may ask
 */
@ConfigurationProperties(prefix = "gateway.queries", ignoreUnknownFields = false)
record QuerySettings(
    @DefaultValue("PT3S") Duration timeout,
    @DefaultValue("8") int waiting,
    @DefaultValue("20") int perSecond,
    @DefaultValue("PT5S") Duration partnerTimeout,
    @DefaultValue("2") int perPartner,
    @DefaultValue("8") int toPartners,
    @DefaultValue("P180D") Duration retention,
    Body body) {

  /** Logs of networks are kept for six months (网络安全法第二十三条). */
  private static final Duration SHORTEST_RETENTION = Duration.ofDays(180);

  QuerySettings {
    if (retention.compareTo(SHORTEST_RETENTION) < 0) {
      throw new CannotStart(
          "gateway.queries.retention is %s: the log of queries is kept for %d days at least."
              .formatted(retention, SHORTEST_RETENTION.toDays()));
    }
  }

  /**
   * The body that runs the gateway.
   *
   * @param name its name
   * @param uscc its unified social credit code
   * @param areaNumber its administrative division
   */
  record Body(String name, String uscc, String areaNumber) {}
}
