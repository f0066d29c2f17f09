package io.enforcement.gateway.connectors.rest;

import io.enforcement.gateway.connectors.Dispatch;
import io.enforcement.gateway.connectors.Secret;
import io.enforcement.gateway.connectors.http.PlainKey;
import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;

/**
 * One kind of request to one partner, prepared as far as it does not depend on the delivery.
 * Thread-safe.
 */
final class RequestTemplate {

  private static final String KEY = "{key}";

  private final String method;
  private final String target;
  private final boolean keyed;
  private final ContentType contentType;
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
    this.contentType = ContentType.parse(settings.contentType());
  }

  HttpUriRequestBase of(Dispatch dispatch, byte[] body) {
    String key = PlainKey.checked(dispatch.key());
    URI uri = keyed ? URI.create(target.replace(KEY, key)) : sample;
    HttpUriRequestBase request = new HttpUriRequestBase(method, uri);
    if (!method.equals("GET")) {
      request.setEntity(new ByteArrayEntity(body, contentType));
    }
    request.setHeader("Idempotency-Key", key);
    secret.ifPresent(known -> sign(request, uri, body, known));
    return request;
  }

  private void sign(HttpUriRequestBase request, URI uri, byte[] body, Secret known) {
    String timestamp = Long.toString(System.currentTimeMillis());
    String nonce = UUID.randomUUID().toString();
    String path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
    String canonical =
        RequestSignature.canonical(method, path, uri.getRawQuery(), body, timestamp, nonce);
    request.setHeader("X-App-Key", appKey);
    request.setHeader("X-Timestamp", timestamp);
    request.setHeader("X-Nonce", nonce);
    request.setHeader("X-Signature", RequestSignature.sign(known, canonical));
  }
}
