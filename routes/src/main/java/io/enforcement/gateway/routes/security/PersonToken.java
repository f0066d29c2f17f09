package io.enforcement.gateway.routes.security;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Pattern;

/**
 * The token of a person: 32 random bytes, base64url, behind {@code egw_} so that secret scanners
 * can find it. Only its SHA-256 is stored: with 256 random bits there is nothing to guess, so a
 * slow password hash would protect nothing.
 */
final class PersonToken {

  private static final String PREFIX = "egw_";
  private static final Pattern FORM = Pattern.compile("egw_[A-Za-z0-9_-]{43}");
  private static final SecureRandom RANDOM = new SecureRandom();

  private PersonToken() {}

  static String create() {
    byte[] bytes = new byte[32];
    RANDOM.nextBytes(bytes);
    return PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  static boolean isWellFormed(String token) {
    return FORM.matcher(token).matches();
  }

  static byte[] digest(String token) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.US_ASCII));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
