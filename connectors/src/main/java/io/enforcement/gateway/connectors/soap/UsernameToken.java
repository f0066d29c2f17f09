package io.enforcement.gateway.connectors.soap;

import io.enforcement.gateway.connectors.Secret;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Base64;

/**
 * A UsernameToken with PasswordDigest, as the OASIS WS-Security UsernameToken Profile 1.1 has it:
 * {@code Base64(SHA-1(nonce + created + password))}. It shows that the sender knows the password at
 * this moment; it does <em>not</em> cover the body, so it belongs into TLS or a private line. SHA-1
 * is what the profile says and what partners speak.
 *
 * <p>Whoever takes a token remembers its nonce for twice the tolerance and refuses it the second
 * time. Pure; any thread.
 *
 * @param username as sent
 * @param nonce Base64 in its one canonical spelling, so that the same nonce is the same text
 * @param created the sender's moment as sent: it is part of the digest
 * @param digest Base64 as sent
 */
public record UsernameToken(String username, String nonce, String created, String digest) {

  private static final int NONCE_BYTES = 16;
  private static final SecureRandom RANDOM = new SecureRandom();

  /** A fresh token for this moment. */
  static UsernameToken of(String username, Secret secret, Clock clock) {
    byte[] nonce = new byte[NONCE_BYTES];
    RANDOM.nextBytes(nonce);
    String created = clock.instant().truncatedTo(ChronoUnit.MILLIS).toString();
    return new UsernameToken(
        username, base64(nonce), created, base64(digest(nonce, created, secret)));
  }

  /**
   * Whether it was made with this secret and not longer ago, nor further ahead, than the tolerance.
   * Takes the same time wherever the digests part.
   */
  public boolean verify(Secret secret, Clock clock, Duration tolerance) {
    byte[] expected = digest(Base64.getDecoder().decode(nonce), created, secret);
    return MessageDigest.isEqual(bytes(base64(expected)), bytes(digest))
        & isFresh(clock.instant(), tolerance);
  }

  private boolean isFresh(Instant now, Duration tolerance) {
    try {
      Instant moment = OffsetDateTime.parse(created).toInstant();
      return Duration.between(moment, now).abs().compareTo(tolerance) <= 0;
    } catch (DateTimeException e) {
      return false;
    }
  }

  private static byte[] digest(byte[] nonce, String created, Secret secret) {
    try {
      MessageDigest sha1 = MessageDigest.getInstance("SHA-1");
      sha1.update(nonce);
      sha1.update(bytes(created));
      return sha1.digest(secret.bytes());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-1", e);
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  /** Nonce and digest are no secrets, but nobody needs them in a log. */
  @Override
  public String toString() {
    return "UsernameToken[username=" + username + "]";
  }
}
