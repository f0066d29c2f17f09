package io.enforcement.gateway.connectors.rest;

import io.enforcement.gateway.connectors.Secret;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The signature of provincial gateways (TIF style): upper-case hexadecimal SHA-256 over timestamp,
 * token, nonce and timestamp again. It proves who calls and when, not what is sent: the body is
 * protected by TLS only. Source: public client code. Thread-safe.
 */
public final class ProvincialSignature {

  private static final HexFormat HEX = HexFormat.of().withUpperCase();

  private ProvincialSignature() {}

  /**
   * The signature, 64 upper-case hexadecimal digits.
   *
   * @param timestamp seconds since 1970 as decimal text
   */
  public static String sign(Secret token, String timestamp, String nonce) {
    String text = timestamp + token.reveal() + nonce + timestamp;
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      return HEX.formatHex(sha256.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
