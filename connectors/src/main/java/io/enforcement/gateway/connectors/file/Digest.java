package io.enforcement.gateway.connectors.file;

import io.enforcement.gateway.connectors.Content;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
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
    return HexFormat.of().formatHex(sha256().digest(body));
  }

  private static String of(Content content) throws IOException {
    try (DigestInputStream in = new DigestInputStream(content.open(), sha256())) {
      in.transferTo(OutputStream.nullOutputStream());
      return HexFormat.of().formatHex(in.getMessageDigest().digest());
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  public static byte[] sideFile(byte[] body, String name) {
    return sideFile(of(body), name);
  }

  static byte[] sideFile(Content content, String name) throws IOException {
    return sideFile(of(content), name);
  }

  private static byte[] sideFile(String digest, String name) {
    return (digest + "  " + name + "\n").getBytes(StandardCharsets.UTF_8);
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
