package io.enforcement.gateway.mappings.file;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import org.bouncycastle.jcajce.provider.digest.SM3;

/** The digest of a file with the name of its algorithm: {@code sha256:…} or {@code sm3:…}. */
public enum ContentDigest {
  SHA256 {
    @Override
    MessageDigest computation() {
      try {
        return MessageDigest.getInstance("SHA-256");
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException("every Java platform has SHA-256", e);
      }
    }
  },
  /** GB/T 32905. */
  SM3 {
    @Override
    MessageDigest computation() {
      return new SM3.Digest();
    }
  };

  private static final int BUFFER = 16 << 10;

  abstract MessageDigest computation();

  /** The algorithm by its name in settings and manifests. */
  public static Optional<ContentDigest> named(String name) {
    return Arrays.stream(values()).filter(one -> one.word().equals(name)).findFirst();
  }

  String of(byte[] content) {
    return word() + ":" + HexFormat.of().formatHex(computation().digest(content));
  }

  private String of(InputStream content) throws IOException {
    MessageDigest computation = computation();
    byte[] buffer = new byte[BUFFER];
    for (int n = content.read(buffer); n >= 0; n = content.read(buffer)) {
      computation.update(buffer, 0, n);
    }
    return word() + ":" + HexFormat.of().formatHex(computation.digest());
  }

  /** Empty when the text names no algorithm that we know. */
  static Optional<Boolean> vouches(String digest, InputStream content) throws IOException {
    int colon = digest.indexOf(':');
    Optional<ContentDigest> algorithm =
        colon < 0 ? Optional.empty() : named(digest.substring(0, colon));
    return algorithm.isEmpty()
        ? Optional.empty()
        : Optional.of(algorithm.get().of(content).equals(digest.toLowerCase(Locale.ROOT)));
  }

  private String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
