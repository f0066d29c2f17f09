package io.enforcement.gateway.benchmarks.traffic;

import io.enforcement.gateway.connectors.Secret;
import io.enforcement.gateway.connectors.rest.RequestSignature;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/**
 * Signs as a partner does: each request with its own moment and nonce, also when it repeats an
 * earlier one. Thread-safe.
 *
 * @param partner goes as {@code X-App-Key}
 */
public record SignedRequest(String partner, Secret secret) {

  /**
   * The headers of one request.
   *
   * @param key the idempotency key, or null for requests without one
   */
  public Map<String, String> headers(String method, String path, byte[] body, String key) {
    Map<String, String> headers = byDigest(method, path, RequestSignature.digest(body));
    headers.put("Content-Type", "application/json");
    if (key != null) {
      headers.put("Idempotency-Key", key);
    }
    return headers;
  }

  /**
   * The headers of a request whose body is a stream.
   *
   * @param sha256 of the body, in hexadecimal digits
   */
  public Map<String, String> ofStream(String method, String path, String sha256) {
    Map<String, String> headers = byDigest(method, path, sha256);
    headers.put("X-Content-SHA256", sha256);
    return headers;
  }

  private Map<String, String> byDigest(String method, String path, String sha256) {
    String timestamp = Long.toString(System.currentTimeMillis());
    String nonce = UUID.randomUUID().toString();
    String canonical = RequestSignature.canonical(method, path, null, sha256, timestamp, nonce);
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("X-App-Key", partner);
    headers.put("X-Timestamp", timestamp);
    headers.put("X-Nonce", nonce);
    headers.put("X-Signature", RequestSignature.sign(secret, canonical));
    return headers;
  }
}
