package io.enforcement.gateway.standards.edition;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;

/**
 * One file of an edition. Immutable as long as nobody writes into {@link #bytes}.
 *
 * @param path with slashes, relative to the edition
 * @param mediaType by RFC 6838, with its charset where it is text
 * @param bytes the content
 * @param sha256 its SHA-256 in lower-case hex
 */
public record EditionFile(String path, String mediaType, byte[] bytes, String sha256) {

  private static final Map<String, String> MEDIA_TYPES =
      Map.of(
          "xsd", "application/xml; charset=UTF-8",
          "xml", "application/xml; charset=UTF-8",
          "json", "application/json",
          "csv", "text/csv; charset=UTF-8",
          "html", "text/html; charset=UTF-8",
          "css", "text/css; charset=UTF-8");

  static EditionFile of(String path, byte[] bytes) {
    String ending = path.substring(path.lastIndexOf('.') + 1);
    return new EditionFile(path, MEDIA_TYPES.get(ending), bytes, sha256(bytes));
  }

  static EditionFile of(String path, String text) {
    return of(path, text.getBytes(StandardCharsets.UTF_8));
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
