package io.enforcement.gateway.routes.audit.tree;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.jcajce.provider.digest.SM3;

/**
 * What a tree is hashed with; one per installation. Leaves and nodes have different prefixes, so
 * that none can be taken for the other. All hashes have {@value #LENGTH} bytes.
 */
public enum TreeHash {
  SHA_256("sha-256") {
    @Override
    public MessageDigest digest() {
      try {
        return MessageDigest.getInstance("SHA-256");
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException("every Java platform has SHA-256", e);
      }
    }
  },
  SM3("sm3") {
    @Override
    public MessageDigest digest() {
      return new SM3.Digest();
    }
  };

  /** Bytes of every hash. */
  public static final int LENGTH = 32;

  private static final byte LEAF = 0;
  private static final byte NODE = 1;

  private final String word;

  TreeHash(String word) {
    this.word = word;
  }

  /** A new digest of plain bytes, without the prefixes of the tree. */
  public abstract MessageDigest digest();

  /** The word for it in settings, origins and files. */
  public String word() {
    return word;
  }

  /** The algorithm of that word. */
  public static Optional<TreeHash> named(String word) {
    return Arrays.stream(values()).filter(hash -> hash.word.equals(word)).findFirst();
  }

  /** The root of the tree without leaves. */
  public byte[] empty() {
    return digest().digest();
  }

  /** The hash of a leaf that holds these bytes. */
  public byte[] leaf(byte[] content) {
    MessageDigest digest = digest();
    digest.update(LEAF);
    return digest.digest(content);
  }

  /** The hash of two subtrees, side by side. */
  public byte[] node(byte[] left, byte[] right) {
    MessageDigest digest = digest();
    digest.update(NODE);
    digest.update(left);
    return digest.digest(right);
  }
}
