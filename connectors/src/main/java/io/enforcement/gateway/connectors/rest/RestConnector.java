package io.enforcement.gateway.connectors.rest;

import io.enforcement.gateway.connectors.Connector;
import io.enforcement.gateway.connectors.ConnectorSettings;
import io.enforcement.gateway.connectors.Dispatch;
import io.enforcement.gateway.connectors.Outcome;
import java.io.IOException;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Sends one delivery as one HTTP/1.1 request. Redirects are never followed, so credentials and
 * bodies go to the configured host only; replies are read up to 64 KB and never logged; the address
 * is checked before each request ({@link AddressGuard}). Every request carries {@code
 * Idempotency-Key}; with credentials it is signed by {@link RequestSignature}.
 *
 * <p>Thread-safe. Calls block the caller, at most for the connect and the request time-out
 * together.
 */
public final class RestConnector implements Connector {

  private static final byte[] NO_BODY = {};

  private final RestSettings settings;
  private final HttpClient client;
  private final AddressGuard guard;
  private final RequestTemplate sends;
  private final Optional<RequestTemplate> asks;
  private final OutcomeTable outcomes;
  private final long patienceMillis;

  /**
   * @throws IllegalArgumentException when a setting is missing or wrong
   */
  public RestConnector(ConnectorSettings connectorSettings) {
    settings = RestSettings.of(connectorSettings);
    sends = new RequestTemplate(settings.method(), settings.target(), settings);
    asks = settings.ask().map(target -> new RequestTemplate("GET", target, settings));
    guard = new AddressGuard(settings.loopbackAllowed());
    outcomes = new OutcomeTable(settings.accepted(), settings.busy());
    patienceMillis = settings.connectTimeout().plus(settings.requestTimeout()).toMillis();
    client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(settings.connectTimeout())
            // A proxy would connect for us, past the address guard.
            .proxy(HttpClient.Builder.NO_PROXY)
            .build();
  }

  @Override
  public Outcome send(Dispatch dispatch) {
    HttpRequest request =
        sends.of(dispatch, dispatch.body(), BodyPublishers.ofByteArray(dispatch.body()));
    try {
      return outcomes.of(exchange(request));
    } catch (AddressGuard.Forbidden e) {
      return OutcomeTable.unavailable("address not allowed");
    } catch (UnknownHostException e) {
      return OutcomeTable.unavailable("name unknown");
    } catch (TimeoutException e) {
      return OutcomeTable.ambiguous("no complete answer in time");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return OutcomeTable.ambiguous("interrupted while waiting for the answer");
    } catch (ExecutionException e) {
      return OutcomeTable.of(e.getCause());
    }
  }

  @Override
  public Presence ask(Dispatch dispatch) {
    if (asks.isEmpty()) {
      return Presence.UNKNOWN;
    }
    HttpRequest request = asks.get().of(dispatch, NO_BODY, BodyPublishers.noBody());
    try {
      return switch (exchange(request).statusCode()) {
        case 200 -> Presence.FOUND;
        case 404 -> Presence.NOT_FOUND;
        default -> Presence.UNKNOWN;
      };
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Presence.UNKNOWN;
    } catch (AddressGuard.Forbidden | IOException | TimeoutException | ExecutionException e) {
      return Presence.UNKNOWN;
    }
  }

  /** The client's own time-out ends with the reply's head: the wait here bounds its body too. */
  private HttpResponse<BoundedReply.Body> exchange(HttpRequest request)
      throws AddressGuard.Forbidden,
          UnknownHostException,
          TimeoutException,
          InterruptedException,
          ExecutionException {
    guard.check(settings.host());
    CompletableFuture<HttpResponse<BoundedReply.Body>> answer =
        client.sendAsync(request, head -> new BoundedReply());
    try {
      return answer.get(patienceMillis, TimeUnit.MILLISECONDS);
    } catch (TimeoutException | InterruptedException e) {
      answer.cancel(true);
      throw e;
    }
  }

  /** Idle connections end with the client, which the collector takes once nobody sends. */
  @Override
  public void close() {
    if (client instanceof AutoCloseable closeable) {
      closeQuietly(closeable);
    }
  }

  private static void closeQuietly(AutoCloseable closeable) {
    try {
      closeable.close();
    } catch (Exception e) {
      throw new IllegalStateException("the HTTP client does not close", e);
    }
  }
}
