package io.enforcement.gateway.connectors.http;

import io.enforcement.gateway.connectors.Outcome;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The connections to one partner over HTTP/1.1, on the caller's thread. Redirects are never
 * followed, so credentials and bodies go to the configured host only; nothing is ever repeated of
 * which a byte was sent; a connection on which the partner says more than it was asked is given up
 * ({@link AttentiveConnection}); replies are read up to a limit (64 KB) and never logged; every
 * address is checked when it is connected to ({@link AddressGuard}); over TLS both sides may show
 * certificates ({@link ClientTls}).
 *
 * <p>Thread-safe. Calls block the caller, at most for the connect and the request time-out
 * together. Whoever builds it closes it.
 */
public final class HttpLink implements AutoCloseable {

  /** More than any partner's quota lets work at a time. */
  private static final int CONNECTIONS = 64;

  /** A connection idle for longer is looked at before use: the other end may have closed it. */
  private static final TimeValue LOOK_AFTER = TimeValue.ofMilliseconds(500);

  private static final TimeValue LIFE = TimeValue.ofMinutes(10);

  private static final Logger LOG = LoggerFactory.getLogger(HttpLink.class);

  private final CloseableHttpClient client;
  private final long patienceMillis;
  private final String host;
  private final int readLimit;
  private final AtomicBoolean warned = new AtomicBoolean();

  public HttpLink(HttpSettings settings) {
    this(settings, Reply.READ_LIMIT);
  }

  /**
   * For one who asks for more than a verdict.
   *
   * @param readLimit the most that is read of a reply, in bytes
   */
  public HttpLink(HttpSettings settings, int readLimit) {
    this.readLimit = readLimit;
    patienceMillis = settings.connectTimeout().plus(settings.requestTimeout()).toMillis();
    host = settings.endpoint().getHost();
    client = client(settings);
  }

  /** Sends once; the verdict judges what came back, a failure is judged here. */
  public Outcome send(HttpUriRequestBase request, Function<Reply, Outcome> verdict) {
    try {
      return verdict.apply(exchange(request));
    } catch (NoReply e) {
      return e.outcome();
    }
  }

  /** Asks something without effect; empty when no answer came. */
  public Optional<Reply> ask(HttpUriRequestBase request) {
    try {
      return Optional.of(exchange(request));
    } catch (NoReply e) {
      return Optional.empty();
    }
  }

  /**
   * Sends once and gives back what came, for the caller to judge.
   *
   * @throws NoReply when no answer came
   */
  public Reply exchange(HttpUriRequestBase request) throws NoReply {
    return within(request, patienceMillis);
  }

  /**
   * The same in a shorter time than the settings leave to it.
   *
   * @param patience after which the request is ended
   * @throws NoReply when no answer came
   */
  public Reply exchange(HttpUriRequestBase request, Duration patience) throws NoReply {
    return within(request, Math.min(patienceMillis, Math.max(1, patience.toMillis())));
  }

  private Reply within(HttpUriRequestBase request, long millis) throws NoReply {
    try {
      return answer(request, millis);
    } catch (AttentiveConnection.Unasked e) {
      // Nothing was sent, and that connection is gone: another one, or a new one, will do.
      if (!warned.getAndSet(true)) {
        LOG.warn("{} answers more than it is asked: its connections are closed for it", host);
      }
      return within(request, millis);
    } catch (IOException e) {
      Outcome outcome = OutcomeTable.of(e, request.isCancelled());
      boolean late = request.isCancelled() || e instanceof SocketTimeoutException;
      throw new NoReply(outcome, late && outcome instanceof Outcome.Ambiguous);
    }
  }

  // No proxy either: it would connect for us, past the address guard.
  private static CloseableHttpClient client(HttpSettings settings) {
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
                .setConnectionFactory(AttentiveConnection.factory())
                .setDnsResolver(new AddressGuard(settings.loopbackAllowed()))
                .setTlsSocketStrategy(settings.tls())
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

  /** The client's own time-outs bound each wait for bytes; the deadline bounds their sum. */
  private Reply answer(HttpUriRequestBase request, long millis) throws IOException {
    Future<?> deadline = Deadline.in(millis, request::cancel);
    try (ClassicHttpResponse response = client.executeOpen(null, request, null)) {
      Reply reply = Reply.read(response.getCode(), response.getEntity(), readLimit);
      if (!reply.whole()) {
        // Closing an entity reads it to its end, however far that is; without it we hang up.
        response.setEntity(null);
      }
      return reply;
    } finally {
      deadline.cancel(false);
    }
  }

  @Override
  public void close() {
    client.close(CloseMode.IMMEDIATE);
  }
}
