package io.enforcement.gateway.routes.spool;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.jcajce.provider.digest.SM3;

/**
 * What a file is known by: the digest of its bytes, as the standard writes it.
 *
 * @param algorithm {@code sha256} or {@code sm3}
 * @param hex 64 lower-case hexadecimal digits
 */
public record ContentDigest(String algorithm, String hex) {

  private static final Pattern FORM = Pattern.compile("(sha256|sm3):([0-9a-f]{64})");

  /** Reads {@code sha256:…} or {@code sm3:…}; empty when it is neither. */
  public static Optional<ContentDigest> of(String text) {
    Matcher matcher = FORM.matcher(text);
    return matcher.matches()
        ? Optional.of(new ContentDigest(matcher.group(1), matcher.group(2)))
        : Optional.empty();
  }

  /** A fresh computation of this kind of digest. */
  public MessageDigest computation() {
    return algorithm.equals("sm3") ? new SM3.Digest() : sha256();
  }

  /** Whether the computation has seen the very bytes; ends it. */
  public boolean matches(MessageDigest computation) {
    return MessageDigest.isEqual(HexFormat.of().parseHex(hex), computation.digest());
  }

  /** The digest of a request's body, as its signature declares it. */
  public static ContentDigest ofBody(String sha256) {
    return new ContentDigest("sha256", sha256);
  }

  /** A fresh computation of SHA-256. */
  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  @Override
  public String toString() {
    return algorithm + ":" + hex;
  }
}
