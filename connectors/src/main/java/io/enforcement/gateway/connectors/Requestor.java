package io.enforcement.gateway.connectors;

import java.time.Duration;

/**
 * Asks one partner over one transport and waits for its answer (Request-Reply). What is asked has
 * no effect at the partner. Built once per partner and exchange, used by several threads at a time,
 * closed when the partner is taken out of service. It never asks twice.
 */
public interface Requestor extends AutoCloseable {

  /**
   * Asks once, on the caller's thread; a failure of the partner is a reply, never an exception.
   *
   * @param request its key is the number of the request
   * @param patience after which it gives up, whatever the partner does
   */
  PartnerReply ask(Dispatch request, Duration patience);

  @Override
  void close();
}
