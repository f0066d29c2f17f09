package io.enforcement.gateway.mappings.file;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import org.bouncycastle.crypto.digests.SM3Digest;

/** The digest of a file with the name of its algorithm: {@code sha256:…} or {@code sm3:…}. */
public enum ContentDigest {
  SHA256 {
    @Override
    byte[] bytes(byte[] content) {
      try {
        return MessageDigest.getInstance("SHA-256").digest(content);
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException("every Java platform has SHA-256", e);
      }
    }
  },
  /** GB/T 32905. */
  SM3 {
    @Override
    byte[] bytes(byte[] content) {
      SM3Digest digest = new SM3Digest();
      digest.update(content, 0, content.length);
      byte[] result = new byte[digest.getDigestSize()];
      digest.doFinal(result, 0);
      return result;
    }
  };

  abstract byte[] bytes(byte[] content);

  /** The algorithm by its name in settings and manifests. */
  public static Optional<ContentDigest> named(String name) {
    return Arrays.stream(values()).filter(one -> one.word().equals(name)).findFirst();
  }

  String of(byte[] content) {
    return word() + ":" + HexFormat.of().formatHex(bytes(content));
  }

  /** Empty when the text names no algorithm that we know. */
  static Optional<Boolean> vouches(String digest, byte[] content) {
    int colon = digest.indexOf(':');
    return colon < 0
        ? Optional.empty()
        : named(digest.substring(0, colon))
            .map(one -> one.of(content).equals(digest.toLowerCase(Locale.ROOT)));
  }

  private String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
