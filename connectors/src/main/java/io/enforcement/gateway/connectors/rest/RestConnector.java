package io.enforcement.gateway.connectors.rest;

import io.enforcement.gateway.connectors.Connector;
import io.enforcement.gateway.connectors.ConnectorSettings;
import io.enforcement.gateway.connectors.Dispatch;
import io.enforcement.gateway.connectors.Outcome;
import io.enforcement.gateway.connectors.http.HttpLink;
import io.enforcement.gateway.connectors.http.OutcomeTable;
import io.enforcement.gateway.connectors.http.Reply;
import java.util.Optional;

/**
 * Sends one delivery as one HTTP/1.1 request, on the caller's thread, with the promises of {@link
 * HttpLink}. Every request carries {@code Idempotency-Key}; with credentials it is signed by {@link
 * RequestSignature}.
 *
 * <p>Thread-safe. Calls block the caller, at most for the connect and the request time-out
 * together.
 */
public final class RestConnector implements Connector {

  private static final byte[] NO_BODY = {};

  private final HttpLink link;
  private final RequestTemplate sends;
  private final Optional<RequestTemplate> asks;
  private final Optional<ReplyContract> contract;
  private final OutcomeTable outcomes;

  /**
   * @throws IllegalArgumentException when a setting is missing or wrong
   */
  public RestConnector(ConnectorSettings connectorSettings) {
    RestSettings settings = RestSettings.of(connectorSettings);
    sends = new RequestTemplate(settings.method(), settings.target(), settings);
    asks = settings.ask().map(target -> new RequestTemplate("GET", target, settings));
    contract = settings.accepted();
    outcomes = new OutcomeTable(settings.http().busy());
    link = new HttpLink(settings.http());
  }

  @Override
  public Outcome send(Dispatch dispatch) {
    return link.send(sends.of(dispatch, dispatch.body()), this::verdict);
  }

  private Outcome verdict(Reply reply) {
    Outcome outcome = outcomes.of(reply);
    boolean broken =
        outcome instanceof Outcome.Accepted && contract.isPresent() && !contract.get().kept(reply);
    return broken ? reply.againstTheContract() : outcome;
  }

  @Override
  public Presence ask(Dispatch dispatch) {
    return asks.flatMap(template -> link.ask(template.of(dispatch, NO_BODY)))
        .map(RestConnector::presence)
        .orElse(Presence.UNKNOWN);
  }

  private static Presence presence(Reply reply) {
    return switch (reply.status()) {
      case 200 -> Presence.FOUND;
      case 404 -> Presence.NOT_FOUND;
      default -> Presence.UNKNOWN;
    };
  }

  @Override
  public void close() {
    link.close();
  }
}
