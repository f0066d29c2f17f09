package io.enforcement.gateway.connectors.file;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;

/** The content of a digest side file, as {@code sha256sum} writes and checks it. */
public final class Digest {

  static final int LONGEST_SIDE_FILE = 1024;

  private static final int HEX_LENGTH = 64;

  private Digest() {}

  static String of(byte[] body) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  public static byte[] sideFile(byte[] body, String name) {
    return (of(body) + "  " + name + "\n").getBytes(StandardCharsets.UTF_8);
  }

  /** True when the side file begins with the digest of the body; a name after it is not judged. */
  static boolean vouches(byte[] sideFile, byte[] body) {
    String text = new String(sideFile, StandardCharsets.UTF_8).strip();
    boolean ends = text.length() == HEX_LENGTH || !isHex(text, HEX_LENGTH);
    return text.length() >= HEX_LENGTH
        && ends
        && text.substring(0, HEX_LENGTH).toLowerCase(Locale.ROOT).equals(of(body));
  }

  private static boolean isHex(String text, int at) {
    return text.length() > at && HexFormat.isHexDigit(text.charAt(at));
  }
}
