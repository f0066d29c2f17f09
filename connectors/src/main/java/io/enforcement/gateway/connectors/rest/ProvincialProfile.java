package io.enforcement.gateway.connectors.rest;

import io.enforcement.gateway.connectors.Secret;
import java.net.URI;
import java.time.Clock;
import java.util.UUID;
import org.apache.hc.core5.http.HttpRequest;

/** A provincial gateway's profile: {@link ProvincialSignature} in four headers. */
record ProvincialProfile(Headers headers, String paasId, Secret token, Clock clock)
    implements RequestProfile {

  /** What the gateway calls the four headers. */
  record Headers(String paasId, String timestamp, String nonce, String signature) {}

  @Override
  public Proof prove(HttpRequest request, URI uri, byte[] body) {
    String timestamp = Long.toString(clock.instant().getEpochSecond());
    String nonce = UUID.randomUUID().toString();
    request.setHeader(headers.paasId, paasId);
    request.setHeader(headers.timestamp, timestamp);
    request.setHeader(headers.nonce, nonce);
    request.setHeader(headers.signature, ProvincialSignature.sign(token, timestamp, nonce));
    return Proof.LASTING;
  }
}
