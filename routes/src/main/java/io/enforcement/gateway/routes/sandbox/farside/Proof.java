package io.enforcement.gateway.routes.sandbox.farside;

import io.enforcement.gateway.connectors.Secret;
import io.enforcement.gateway.connectors.rest.ProvincialSignature;
import io.enforcement.gateway.connectors.rest.RequestSignature;
import io.enforcement.gateway.connectors.rest.SharingPlatformSignature;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** How a partner that calls the gateway proves who it is: headers of each request. */
@FunctionalInterface
public interface Proof {

  /** Headers that prove this request once. */
  Map<String, String> of(String method, String path, String query, byte[] body);

  /** The ways that need no certificate. */
  enum Profile {
    /** The gateway's own signature over the whole request. */
    GATEWAY,
    /** The national sharing platform's headers. */
    SHARING_PLATFORM,
    /** A provincial gateway's headers. */
    PROVINCIAL
  }

  /** Nothing in the request: the certificate of the connection is the proof. */
  static Proof byCertificate() {
    return (method, path, query, body) -> Map.of();
  }

  /** The proof of a partner whose clock is right. */
  static Proof of(Profile profile, String partner, Secret secret) {
    return of(profile, partner, secret, Duration.ZERO);
  }

  /**
   * The proof of a partner.
   *
   * @param late how much its clock is behind
   */
  static Proof of(Profile profile, String partner, Secret secret, Duration late) {
    return (method, path, query, body) -> {
      Instant now = Instant.now().minus(late);
      String millis = Long.toString(now.toEpochMilli());
      String nonce = UUID.randomUUID().toString().replace("-", "");
      return switch (profile) {
        case GATEWAY ->
            Map.of(
                "X-App-Key",
                partner,
                "X-Timestamp",
                millis,
                "X-Nonce",
                nonce,
                "X-Signature",
                RequestSignature.sign(
                    secret, RequestSignature.canonical(method, path, query, body, millis, nonce)));
        case SHARING_PLATFORM ->
            Map.of(
                "gjgxjhpt_rid",
                partner,
                "gjgxjhpt_sid",
                path.substring(path.lastIndexOf('/') + 1),
                "gjgxjhpt_rtime",
                millis,
                "gjgxjhpt_sign",
                SharingPlatformSignature.sign(
                    secret, path.substring(path.lastIndexOf('/') + 1), partner, millis));
        case PROVINCIAL -> {
          String seconds = Long.toString(now.getEpochSecond());
          yield Map.of(
              "x-tif-paasid",
              partner,
              "x-tif-timestamp",
              seconds,
              "x-tif-nonce",
              nonce,
              "x-tif-signature",
              ProvincialSignature.sign(secret, seconds, nonce));
        }
      };
    };
  }
}
