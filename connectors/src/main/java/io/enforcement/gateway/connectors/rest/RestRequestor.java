package io.enforcement.gateway.connectors.rest;

import io.enforcement.gateway.connectors.ConnectorSettings;
import io.enforcement.gateway.connectors.Dispatch;
import io.enforcement.gateway.connectors.Outcome;
import io.enforcement.gateway.connectors.PartnerReply;
import io.enforcement.gateway.connectors.Requestor;
import io.enforcement.gateway.connectors.http.HttpLink;
import io.enforcement.gateway.connectors.http.NoReply;
import io.enforcement.gateway.connectors.http.OutcomeTable;
import io.enforcement.gateway.connectors.http.Reply;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/**
 * Asks by one HTTP/1.1 request with the promises of {@link HttpLink} and the settings of {@link
 * RestSettings}; the answer is the body of the 2xx, as far as {@link Reply#READ_LIMIT}. A longer
 * one is against the contract. A secret that has worn out makes the partner unavailable; the next
 * question gets a new one.
 *
 * <p>Thread-safe. Calls block the caller, at most for the patience given and, where the proof is a
 * secret that has to be fetched, the time-outs of that request.
 */
public final class RestRequestor implements Requestor {

  private final HttpLink link;
  private final RequestTemplate requests;
  private final Optional<ReplyContract> contract;
  private final OutcomeTable outcomes;

  /**
   * @throws IllegalArgumentException when a setting is missing or wrong
   */
  public RestRequestor(ConnectorSettings connectorSettings) {
    RestSettings settings = RestSettings.of(connectorSettings);
    link = new HttpLink(settings.http());
    requests =
        RequestTemplate.sending(
            settings,
            RequestProfiles.of(
                connectorSettings, settings.http(), link::exchange, Clock.systemUTC()));
    contract = settings.accepted();
    outcomes = new OutcomeTable(settings.http().busy());
  }

  @Override
  public PartnerReply ask(Dispatch request, Duration patience) {
    try {
      RequestTemplate.Ready ready = requests.of(request);
      Reply reply = link.exchange(ready.request(), patience);
      return ready.proof().wornOut(reply.status())
          ? new PartnerReply.Unavailable("HTTP " + reply.status() + ", the secret is renewed")
          : judged(reply);
    } catch (NotSent e) {
      return new PartnerReply.Unavailable(e.getMessage());
    } catch (NoReply e) {
      return e.tooSlow() ? new PartnerReply.TooSlow(e.getMessage()) : failed(e.outcome());
    }
  }

  private PartnerReply judged(Reply reply) {
    Outcome outcome = outcomes.of(reply);
    if (!(outcome instanceof Outcome.Accepted)) {
      return failed(outcome);
    }
    boolean kept = reply.whole() && contract.map(agreed -> agreed.kept(reply)).orElse(true);
    return kept
        ? new PartnerReply.Given(reply.bytes())
        : new PartnerReply.Broken(reply.againstTheContract().reason());
  }

  private static PartnerReply failed(Outcome outcome) {
    if (outcome instanceof Outcome.Refused) {
      return new PartnerReply.Refused(outcome.reason());
    }
    return outcome instanceof Outcome.Unavailable
        ? new PartnerReply.Unavailable(outcome.reason())
        : new PartnerReply.Broken(outcome.reason());
  }

  @Override
  public void close() {
    link.close();
  }
}
