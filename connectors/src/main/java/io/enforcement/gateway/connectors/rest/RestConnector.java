package io.enforcement.gateway.connectors.rest;

import io.enforcement.gateway.connectors.Connector;
import io.enforcement.gateway.connectors.ConnectorSettings;
import io.enforcement.gateway.connectors.Dispatch;
import io.enforcement.gateway.connectors.Outcome;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Future;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/**
 * Sends one delivery as one HTTP/1.1 request, on the caller's thread. Redirects are never followed,
 * so credentials and bodies go to the configured host only; nothing is ever repeated; replies are
 * read up to 64 KB and never logged; every address is checked when it is connected to ({@link
 * AddressGuard}). Every request carries {@code Idempotency-Key}; with credentials it is signed by
 * {@link RequestSignature}.
 *
 * <p>Thread-safe. Calls block the caller, at most for the connect and the request time-out
 * together.
 */
public final class RestConnector implements Connector {

  private static final byte[] NO_BODY = {};

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
    RestSettings settings = RestSettings.of(connectorSettings);
    sends = new RequestTemplate(settings.method(), settings.target(), settings);
    asks = settings.ask().map(target -> new RequestTemplate("GET", target, settings));
    outcomes = new OutcomeTable(settings.accepted(), settings.busy());
    patienceMillis = settings.connectTimeout().plus(settings.requestTimeout()).toMillis();
    client = client(settings);
  }

  // No proxy either: it would connect for us, past the address guard.
  private static CloseableHttpClient client(RestSettings settings) {
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
                .setDefaultConnectionConfig(connection)
                .setMaxConnPerRoute(CONNECTIONS)
                .setMaxConnTotal(CONNECTIONS)
                .build())
        .setDefaultRequestConfig(request)
        .setUserAgent("enforcement-gateway")
        .disableRedirectHandling()
        .disableAutomaticRetries()
        .disableAuthCaching()
        .disableCookieManagement()
        .disableContentCompression()
        .build();
  }

  @Override
  public Outcome send(Dispatch dispatch) {
    HttpUriRequestBase request = sends.of(dispatch, dispatch.body());
    try {
      return outcomes.of(exchange(request));
    } catch (IOException e) {
      return OutcomeTable.of(e, request.isCancelled());
    }
  }

  @Override
  public Presence ask(Dispatch dispatch) {
    if (asks.isEmpty()) {
      return Presence.UNKNOWN;
    }
    try {
      return switch (exchange(asks.get().of(dispatch, NO_BODY)).status()) {
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
