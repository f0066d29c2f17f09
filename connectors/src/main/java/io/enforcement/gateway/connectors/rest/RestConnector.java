package io.enforcement.gateway.connectors.rest;

import io.enforcement.gateway.connectors.Connector;
import io.enforcement.gateway.connectors.ConnectorSettings;
import io.enforcement.gateway.connectors.Dispatch;
import io.enforcement.gateway.connectors.Outcome;
import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Future;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/**
 * Sends one delivery as one HTTP/1.1 request, on the caller's thread. Redirects are never followed,
 * so credentials and bodies go to the configured host only; nothing is ever repeated; replies are
 * read up to 64 KB and never logged; every address is checked when it is connected to ({@link
 * AddressGuard}). Every request carries {@code Idempotency-Key} and the sender's proof in the
 * partner's way ({@link RequestProfiles}); over TLS both sides may show certificates ({@link
 * ClientTls}).
 *
 * <p>Thread-safe. Calls block the caller, at most for the connect and the request time-out
 * together.
 */
public final class RestConnector implements Connector {

  /** More than any partner's quota lets work at a time. */
  private static final int CONNECTIONS = 64;

  /** A connection idle for longer is looked at before use: the other end may have closed it. */
  private static final TimeValue LOOK_AFTER = TimeValue.ofMilliseconds(500);

  private static final TimeValue LIFE = TimeValue.ofMinutes(10);

  private final CloseableHttpClient client;
  private final RequestTemplate sends;
  private final Optional<RequestTemplate> asks;
  private final OutcomeTable outcomes;
  private final long patienceMillis;

  /**
   * @throws IllegalArgumentException when a setting is missing or wrong
   */
  public RestConnector(ConnectorSettings connectorSettings) {
    this(connectorSettings, Clock.systemUTC());
  }

  RestConnector(ConnectorSettings connectorSettings, Clock clock) {
    RestSettings settings = RestSettings.of(connectorSettings);
    RequestProfile profile = RequestProfiles.of(connectorSettings, this::exchange, clock);
    sends = RequestTemplate.sending(settings, profile);
    asks = RequestTemplate.asking(settings, profile);
    outcomes = new OutcomeTable(settings.accepted(), settings.busy());
    patienceMillis = settings.connectTimeout().plus(settings.requestTimeout()).toMillis();
    client = client(settings, ClientTls.of(connectorSettings));
  }

  // No proxy either: it would connect for us, past the address guard.
  private static CloseableHttpClient client(RestSettings settings, TlsSocketStrategy tls) {
    ConnectionConfig connection =
        ConnectionConfig.custom()
            .setConnectTimeout(Timeout.of(settings.connectTimeout()))
            .setSocketTimeout(Timeout.of(settings.requestTimeout()))
            .setValidateAfterInactivity(LOOK_AFTER)
            .setTimeToLive(LIFE)
            .build();
    RequestConfig request =
        RequestConfig.custom()
            .setConnectionRequestTimeout(Timeout.of(settings.connectTimeout()))
            .setResponseTimeout(Timeout.of(settings.requestTimeout()))
            .build();
    return HttpClients.custom()
        .setConnectionManager(
            PoolingHttpClientConnectionManagerBuilder.create()
                .setDnsResolver(new AddressGuard(settings.loopbackAllowed()))
                .setTlsSocketStrategy(tls)
                .setDefaultConnectionConfig(connection)
                .setMaxConnPerRoute(CONNECTIONS)
                .setMaxConnTotal(CONNECTIONS)
                .build())
        .setDefaultRequestConfig(request)
        .setUserAgent("enforcement-gateway")
        // Our certificate is the same on every connection: any of them may be used again.
        .disableConnectionState()
        .disableRedirectHandling()
        .disableAutomaticRetries()
        .disableAuthCaching()
        .disableCookieManagement()
        .disableContentCompression()
        .build();
  }

  @Override
  public Outcome send(Dispatch dispatch) {
    RequestTemplate.Ready ready;
    try {
      ready = sends.of(dispatch);
    } catch (NotSent e) {
      return OutcomeTable.unavailable(e.getMessage());
    }
    try {
      Reply reply = exchange(ready.request());
      return ready.proof().wornOut(reply.status())
          ? OutcomeTable.unavailable("HTTP " + reply.status() + ", the secret is renewed")
          : outcomes.of(reply);
    } catch (IOException e) {
      return OutcomeTable.of(e, ready.request().isCancelled());
    }
  }

  @Override
  public Presence ask(Dispatch dispatch) {
    if (asks.isEmpty()) {
      return Presence.UNKNOWN;
    }
    try {
      RequestTemplate.Ready ready = asks.get().of(dispatch);
      int status = exchange(ready.request()).status();
      if (ready.proof().wornOut(status)) {
        return Presence.UNKNOWN;
      }
      return switch (status) {
        case 200 -> Presence.FOUND;
        case 404 -> Presence.NOT_FOUND;
        default -> Presence.UNKNOWN;
      };
    } catch (IOException e) {
      return Presence.UNKNOWN;
    }
  }

  /** The client's own time-outs bound each wait for bytes; the deadline bounds their sum. */
  private Reply exchange(HttpUriRequestBase request) throws IOException {
    Future<?> deadline = Deadline.in(patienceMillis, request::cancel);
    try (ClassicHttpResponse response = client.executeOpen(null, request, null)) {
      return Reply.read(response.getCode(), response.getEntity());
    } finally {
      deadline.cancel(false);
    }
  }

  @Override
  public void close() {
    client.close(CloseMode.IMMEDIATE);
  }
}
