package io.enforcement.gateway.connectors.rest;

import io.enforcement.gateway.connectors.Secret;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The signature that binds one HTTP request to its sender, its body and its moment: HMAC-SHA256
 * (RFC 2104) over a canonical text of the request. One profile for both directions: partners sign
 * what they post to us, we sign what we post to them. Freshness (timestamp, nonce) is judged by the
 * receiving side. Safe for use by several threads.
 */
public final class RequestSignature {

  private static final String ALGORITHM = "HmacSHA256";
  private static final HexFormat HEX = HexFormat.of();

  private RequestSignature() {}

  /**
   * The text that is signed.
   *
   * @param path raw path as on the request line, without query
   * @param rawQuery query as on the request line, still encoded; null or empty when there is none
   * @param body the bytes as sent, empty when there are none
   * @param timestamp milliseconds since 1970 as decimal text
   */
  public static String canonical(
      String method, String path, String rawQuery, byte[] body, String timestamp, String nonce) {
    return canonical(method, path, rawQuery, digest(body), timestamp, nonce);
  }

  /**
   * The text that is signed, of a body that is known by its digest: a large one is signed before it
   * is sent, and compared while it streams.
   *
   * @param bodyDigest as {@link #digest} gives it; the rest as above
   */
  public static String canonical(
      String method,
      String path,
      String rawQuery,
      String bodyDigest,
      String timestamp,
      String nonce) {
    return method
        + '\n'
        + path
        + '\n'
        + sorted(rawQuery)
        + '\n'
        + bodyDigest
        + '\n'
        + timestamp
        + '\n'
        + nonce;
  }

  /** SHA-256 of a body as lower-case hexadecimal text. */
  public static String digest(byte[] body) {
    return HEX.formatHex(sha256().digest(body));
  }

  /** The signature as lower-case hexadecimal text (64 characters). */
  public static String sign(Secret secret, String canonical) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(secret.bytes(), ALGORITHM));
      return HEX.formatHex(mac.doFinal(canonical.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("HMAC-SHA256 is not usable here", e);
    }
  }

  /**
   * Compares two signatures in a time that does not tell how much of them agrees. A missing one
   * never matches.
   */
  public static boolean matches(String expectedHex, String givenHex) {
    if (expectedHex == null || givenHex == null) {
      return false;
    }
    return MessageDigest.isEqual(
        expectedHex.getBytes(StandardCharsets.UTF_8), givenHex.getBytes(StandardCharsets.UTF_8));
  }

  private static String sorted(String rawQuery) {
    if (rawQuery == null || rawQuery.isEmpty()) {
      return "";
    }
    if (rawQuery.indexOf('&') < 0) {
      return rawQuery;
    }
    // With a limit of -1 trailing empty parts stay: both sides must see the same text.
    String[] parts = rawQuery.split("&", -1);
    Arrays.sort(parts);
    return String.join("&", parts);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
