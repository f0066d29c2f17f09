package io.enforcement.gateway.connectors.rest;

import io.enforcement.gateway.connectors.Connector;
import io.enforcement.gateway.connectors.ConnectorSettings;
import io.enforcement.gateway.connectors.Dispatch;
import io.enforcement.gateway.connectors.Outcome;
import io.enforcement.gateway.connectors.http.HttpLink;
import io.enforcement.gateway.connectors.http.OutcomeTable;
import io.enforcement.gateway.connectors.http.Reply;
import java.time.Clock;
import java.util.Optional;

/**
 * Sends one delivery as one HTTP/1.1 request, on the caller's thread, with the promises of {@link
 * HttpLink}. Every request carries {@code Idempotency-Key} and the sender's proof in the partner's
 * way ({@link RequestProfiles}).
 *
 * <p>Thread-safe. Calls block the caller, at most for the connect and the request time-out
 * together.
 */
public final class RestConnector implements Connector {

  private final HttpLink link;
  private final RequestTemplate sends;
  private final Optional<RequestTemplate> asks;
  private final Optional<ReplyContract> contract;
  private final OutcomeTable outcomes;

  /**
   * @throws IllegalArgumentException when a setting is missing or wrong
   */
  public RestConnector(ConnectorSettings connectorSettings) {
    this(connectorSettings, Clock.systemUTC());
  }

  RestConnector(ConnectorSettings connectorSettings, Clock clock) {
    RestSettings settings = RestSettings.of(connectorSettings);
    link = new HttpLink(settings.http());
    RequestProfile profile =
        RequestProfiles.of(connectorSettings, settings.http(), link::exchange, clock);
    sends = RequestTemplate.sending(settings, profile);
    asks = RequestTemplate.asking(settings, profile);
    contract = settings.accepted();
    outcomes = new OutcomeTable(settings.http().busy());
  }

  @Override
  public Outcome send(Dispatch dispatch) {
    try {
      RequestTemplate.Ready ready = sends.of(dispatch);
      return link.send(ready.request(), reply -> verdict(reply, ready.proof()));
    } catch (NotSent e) {
      return OutcomeTable.unavailable(e.getMessage());
    }
  }

  private Outcome verdict(Reply reply, RequestProfile.Proof proof) {
    if (proof.wornOut(reply.status())) {
      return OutcomeTable.unavailable("HTTP " + reply.status() + ", the secret is renewed");
    }
    Outcome outcome = outcomes.of(reply);
    boolean broken =
        outcome instanceof Outcome.Accepted && contract.isPresent() && !contract.get().kept(reply);
    return broken ? reply.againstTheContract() : outcome;
  }

  @Override
  public Presence ask(Dispatch dispatch) {
    return asks.map(template -> ask(template, dispatch)).orElse(Presence.UNKNOWN);
  }

  private Presence ask(RequestTemplate template, Dispatch dispatch) {
    try {
      RequestTemplate.Ready ready = template.of(dispatch);
      return link.ask(ready.request())
          .filter(reply -> !ready.proof().wornOut(reply.status()))
          .map(RestConnector::presence)
          .orElse(Presence.UNKNOWN);
    } catch (NotSent e) {
      return Presence.UNKNOWN;
    }
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
