package io.enforcement.gateway.connectors.soap;

import io.enforcement.gateway.connectors.Connector;
import io.enforcement.gateway.connectors.ConnectorSettings;
import io.enforcement.gateway.connectors.Dispatch;
import io.enforcement.gateway.connectors.Outcome;
import io.enforcement.gateway.connectors.http.HttpLink;
import org.apache.hc.client5.http.classic.methods.HttpPost;

/**
 * Sends one delivery as one SOAP request, on the caller's thread, with the promises of {@link
 * HttpLink}: no redirect, no repetition, bounded answers, checked addresses. The dispatch's body is
 * the operation's element in the partner's own namespace or, with {@code
 * envelope=exchange-message}, the element {@code fields} of an {@link ExchangeMessage}. The stable
 * key of the delivery travels as header block {@code MessageId} and, in an ExchangeMessage, as
 * {@code sn}.
 *
 * <p>A fault of the sender refuses, a fault of the receiver leaves it open; an answer is believed
 * when it says what the setting {@code accepted} says. Answers larger than 64 KB are not believed.
 *
 * <p>Thread-safe. Calls block the caller, at most for the connect and the request time-out
 * together.
 */
public final class SoapConnector implements Connector {

  private static final byte[] NOTHING = {};

  private final SoapSettings settings;
  private final HttpLink link;
  private final SoapRequests requests;
  private final SoapVerdict verdict;

  /**
   * @throws IllegalArgumentException when a setting is missing or wrong
   */
  public SoapConnector(ConnectorSettings connectorSettings) {
    settings = SoapSettings.of(connectorSettings);
    requests = new SoapRequests(settings);
    verdict = new SoapVerdict(settings);
    link = new HttpLink(settings.http());
  }

  @Override
  public Outcome send(Dispatch dispatch) {
    HttpPost request;
    try {
      request = requests.bringing(dispatch);
    } catch (SoapRefused e) {
      // Nothing left: the same bytes would never leave.
      return new Outcome.Refused("not sent: " + e.getMessage(), NOTHING);
    }
    return link.send(request, verdict::of);
  }

  @Override
  public Presence ask(Dispatch dispatch) {
    return settings
        .question()
        .flatMap(
            question ->
                link.ask(requests.asking(dispatch, question))
                    .map(reply -> SoapVerdict.presence(reply, question)))
        .orElse(Presence.UNKNOWN);
  }

  @Override
  public void close() {
    link.close();
  }
}
