package io.enforcement.gateway.connectors.rest;

import io.enforcement.gateway.connectors.Secret;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The signature of the national data sharing platform: Base64 of HMAC-SHA256 over service id,
 * requester id and time, put together without separators. It proves who calls which service and
 * when, not what is sent: the body is protected by TLS only. Source: public client code of several
 * authorities. Thread-safe.
 */
public final class SharingPlatformSignature {

  private static final String ALGORITHM = "HmacSHA256";

  private SharingPlatformSignature() {}

  /**
   * The signature, 44 characters of Base64.
   *
   * @param sid the service that is called
   * @param rid who calls
   * @param rtime milliseconds since 1970 as decimal text
   */
  public static String sign(Secret secret, String sid, String rid, String rtime) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(secret.bytes(), ALGORITHM));
      byte[] signature = mac.doFinal((sid + rid + rtime).getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(signature);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("HMAC-SHA256 is not usable here", e);
    }
  }
}
