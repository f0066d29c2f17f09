package io.enforcement.gateway.connectors.rest;

import io.enforcement.gateway.connectors.Secret;
import java.net.URI;
import java.time.Clock;
import java.util.UUID;
import org.apache.hc.core5.http.HttpRequest;

/**
 * Our own profile: {@link RequestSignature} over method, path, query, body, timestamp and nonce.
 * The only profile that binds the body; preferred wherever the partner has a choice.
 */
record GatewayProfile(Headers headers, String appKey, Secret secret, Clock clock)
    implements RequestProfile {

  /** What the partner calls the four headers. */
  record Headers(String appKey, String timestamp, String nonce, String signature) {}

  @Override
  public Proof prove(HttpRequest request, URI uri, byte[] body) {
    String timestamp = Long.toString(clock.millis());
    String nonce = UUID.randomUUID().toString();
    String path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
    String canonical =
        RequestSignature.canonical(
            request.getMethod(), path, uri.getRawQuery(), body, timestamp, nonce);
    request.setHeader(headers.appKey, appKey);
    request.setHeader(headers.timestamp, timestamp);
    request.setHeader(headers.nonce, nonce);
    request.setHeader(headers.signature, RequestSignature.sign(secret, canonical));
    return Proof.LASTING;
  }
}
