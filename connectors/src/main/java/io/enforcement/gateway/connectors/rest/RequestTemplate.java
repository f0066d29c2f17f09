package io.enforcement.gateway.connectors.rest;

import io.enforcement.gateway.connectors.Dispatch;
import io.enforcement.gateway.connectors.Secret;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.util.Optional;
import java.util.UUID;

/**
 * One kind of request to one partner, prepared as far as it does not depend on the delivery.
 * Thread-safe.
 */
final class RequestTemplate {

  private static final String KEY = "{key}";
  private static final int LONGEST_KEY = 100;

  private final String method;
  private final String target;
  private final boolean keyed;
  private final HttpRequest.Builder prepared;
  private final URI sample;
  private final String appKey;
  private final Optional<Secret> secret;

  /**
   * @throws IllegalArgumentException when the target is not an address
   */
  RequestTemplate(String method, String target, RestSettings settings) {
    this.method = method;
    this.target = target;
    this.keyed = target.contains(KEY);
    this.sample = URI.create(target.replace(KEY, "key"));
    this.appKey = settings.appKey();
    this.secret = settings.secret();
    this.prepared =
        HttpRequest.newBuilder(sample)
            .timeout(settings.requestTimeout())
            .header("User-Agent", "enforcement-gateway");
    if (!method.equals("GET")) {
      prepared.header("Content-Type", settings.contentType());
    }
  }

  HttpRequest of(Dispatch dispatch, byte[] body, BodyPublisher publisher) {
    String key = checked(dispatch.key());
    URI uri = keyed ? URI.create(target.replace(KEY, key)) : sample;
    HttpRequest.Builder request =
        prepared.copy().uri(uri).method(method, publisher).header("Idempotency-Key", key);
    secret.ifPresent(known -> sign(request, uri, body, known));
    return request.build();
  }

  private void sign(HttpRequest.Builder request, URI uri, byte[] body, Secret known) {
    String timestamp = Long.toString(System.currentTimeMillis());
    String nonce = UUID.randomUUID().toString();
    String path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
    String canonical =
        RequestSignature.canonical(method, path, uri.getRawQuery(), body, timestamp, nonce);
    request
        .header("X-App-Key", appKey)
        .header("X-Timestamp", timestamp)
        .header("X-Nonce", nonce)
        .header("X-Signature", RequestSignature.sign(known, canonical));
  }

  /** The key enters a path and a header: anything but plain characters is our own mistake. */
  private static String checked(String key) {
    boolean plain = !key.isEmpty() && key.length() <= LONGEST_KEY && key.charAt(0) != '.';
    for (int i = 0; plain && i < key.length(); i++) {
      char c = key.charAt(i);
      plain =
          (c >= 'a' && c <= 'z')
              || (c >= 'A' && c <= 'Z')
              || (c >= '0' && c <= '9')
              || c == '.'
              || c == '_'
              || c == ':'
              || c == '-';
    }
    if (!plain) {
      throw new IllegalArgumentException("a delivery key is 1 to 100 of [A-Za-z0-9._:-]");
    }
    return key;
  }
}
