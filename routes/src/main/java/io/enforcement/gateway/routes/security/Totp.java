package io.enforcement.gateway.routes.security;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Time-based one-time codes (RFC 6238): HMAC-SHA-1, steps of 30 seconds, six digits, which is what
 * every authenticator knows. The step before and the one after are good, too: clocks differ.
 */
public final class Totp {

  /** Length of a secret in bytes, as RFC 4226 recommends. */
  static final int SECRET_BYTES = 20;

  private static final long STEP_SECONDS = 30;
  private static final int DIGITS = 6;
  private static final Pattern CODE = Pattern.compile("[0-9]{6}");
  private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  private static final SecureRandom RANDOM = new SecureRandom();

  private Totp() {}

  /** A new secret of 20 random bytes. */
  public static byte[] secret() {
    byte[] secret = new byte[SECRET_BYTES];
    RANDOM.nextBytes(secret);
    return secret;
  }

  /**
   * The time step whose code this is, when it is now, the one before or the one after.
   *
   * @param code as typed; spaces do not count
   */
  static OptionalLong step(byte[] secret, String code, Instant now) {
    String digits = code == null ? "" : code.replace(" ", "");
    if (!CODE.matcher(digits).matches()) {
      return OptionalLong.empty();
    }
    int given = Integer.parseInt(digits);
    long current = now.getEpochSecond() / STEP_SECONDS;
    for (long step = current - 1; step <= current + 1; step++) {
      if (code(secret, step, DIGITS) == given) {
        return OptionalLong.of(step);
      }
    }
    return OptionalLong.empty();
  }

  /** The code of a time step (RFC 4226, 5.3). */
  static int code(byte[] secret, long step, int digits) {
    try {
      Mac mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(secret, "RAW"));
      byte[] hash = mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
      int offset = hash[hash.length - 1] & 0xf;
      int truncated = ByteBuffer.wrap(hash, offset, Integer.BYTES).getInt() & Integer.MAX_VALUE;
      return (int) (truncated % Math.round(Math.pow(10, digits)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has HmacSHA1", e);
    }
  }

  /** The secret as authenticators take it: Base32 (RFC 4648), in groups of four. */
  public static String text(byte[] secret) {
    StringBuilder text = new StringBuilder();
    for (int bit = 0; bit < secret.length * 8; bit += 5) {
      if (bit > 0 && bit % 20 == 0) {
        text.append(' ');
      }
      text.append(BASE32.charAt(fiveBits(secret, bit)));
    }
    return text.toString();
  }

  private static int fiveBits(byte[] bytes, int from) {
    int value = 0;
    for (int bit = from; bit < from + 5; bit++) {
      int set = bit < bytes.length * 8 ? bytes[bit / 8] >> (7 - bit % 8) & 1 : 0;
      value = value << 1 | set;
    }
    return value;
  }
}
