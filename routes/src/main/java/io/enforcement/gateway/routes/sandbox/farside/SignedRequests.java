package io.enforcement.gateway.routes.sandbox.farside;

import com.sun.net.httpserver.HttpExchange;
import io.enforcement.gateway.connectors.Secret;
import io.enforcement.gateway.connectors.rest.RequestSignature;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Checks at a receiving partner's door that a request was signed by the caller that it knows:
 * AppKey, timestamp within five minutes, a nonce never seen before, HMAC-SHA256. Safe for several
 * threads.
 */
final class SignedRequests {

  private static final Duration TOLERANCE = Duration.ofMinutes(5);
  private static final int NONCES = 100_000;

  private final String appKey;
  private final Secret secret;
  private final Set<String> nonces =
      Collections.synchronizedSet(
          Collections.newSetFromMap(
              new LinkedHashMap<String, Boolean>() {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
                  return size() > NONCES;
                }
              }));

  SignedRequests(String appKey, Secret secret) {
    this.appKey = appKey;
    this.secret = secret;
  }

  boolean genuine(HttpExchange request, byte[] body) {
    String timestamp = LoopbackHttp.header(request, "X-Timestamp");
    String nonce = LoopbackHttp.header(request, "X-Nonce");
    String canonical =
        RequestSignature.canonical(
            request.getRequestMethod(),
            request.getRequestURI().getRawPath(),
            request.getRequestURI().getRawQuery(),
            body,
            timestamp,
            nonce);
    return appKey.equals(LoopbackHttp.header(request, "X-App-Key"))
        && fresh(timestamp)
        && nonce.matches("[A-Za-z0-9_-]{16,64}")
        && RequestSignature.matches(
            RequestSignature.sign(secret, canonical), LoopbackHttp.header(request, "X-Signature"))
        && nonces.add(nonce);
  }

  private static boolean fresh(String timestamp) {
    if (!timestamp.matches("[0-9]{1,15}")) {
      return false;
    }
    Instant said = Instant.ofEpochMilli(Long.parseLong(timestamp));
    return Duration.between(said, Instant.now()).abs().compareTo(TOLERANCE) <= 0;
  }
}
