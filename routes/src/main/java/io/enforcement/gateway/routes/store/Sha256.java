package io.enforcement.gateway.routes.store;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The digest by which bytes are known in the store, and outside. Any thread. */
public final class Sha256 {

  private Sha256() {}

  /** The 32 bytes of the digest. */
  public static byte[] of(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
