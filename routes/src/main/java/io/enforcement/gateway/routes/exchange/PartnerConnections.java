package io.enforcement.gateway.routes.exchange;

import io.enforcement.gateway.connectors.Connector;
import io.enforcement.gateway.connectors.Source;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/** The open connectors and sources of one partner, by exchange. Filled once, then thread-safe. */
final class PartnerConnections implements AutoCloseable {

  private final Map<String, Connector> connectors = new HashMap<>();
  private final Map<String, Source> sources = new HashMap<>();

  void connector(String exchange, Supplier<Connector> opening) {
    connectors.put(exchange, orClose(opening));
  }

  void source(String exchange, Supplier<Source> opening) {
    sources.put(exchange, orClose(opening));
  }

  Connector connector(String exchange) {
    return connectors.get(exchange);
  }

  Source source(String exchange) {
    return sources.get(exchange);
  }

  /** What was opened already must not stay open when the next one cannot be. */
  private <T> T orClose(Supplier<T> opening) {
    try {
      return opening.get();
    } catch (RuntimeException e) {
      close();
      throw e;
    }
  }

  @Override
  public void close() {
    connectors.values().forEach(Connector::close);
    sources.values().forEach(Source::close);
  }
}
