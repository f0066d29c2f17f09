package io.enforcement.gateway.routes.sandbox.farside;

import java.net.http.HttpClient;
import java.time.Duration;
import javax.net.ssl.SSLContext;

/** What calls the gateway over HTTP/1.1, as partners' software does. */
public final class HttpClients {

  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private HttpClients() {}

  /** One that shows nothing of itself. */
  public static HttpClient plain() {
    return common().build();
  }

  /** One that shows and believes what this says, where the door is closed by TLS. */
  public static HttpClient over(SSLContext tls) {
    return common().sslContext(tls).build();
  }

  private static HttpClient.Builder common() {
    return HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(PATIENCE);
  }
}
