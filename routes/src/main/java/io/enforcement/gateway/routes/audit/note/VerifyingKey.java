package io.enforcement.gateway.routes.audit.note;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.stream.Collectors;
import org.bouncycastle.crypto.Signer;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.util.PublicKeyFactory;
import org.bouncycastle.crypto.util.SubjectPublicKeyInfoFactory;

/** The public key of a log: what everybody needs who checks. Thread-safe. */
public final class VerifyingKey {

  private static final String KIND = "PUBLIC KEY";

  private final String name;
  private final SignatureKind kind;
  private final AsymmetricKeyParameter key;
  private final byte[] id;

  VerifyingKey(String name, SignatureKind kind, AsymmetricKeyParameter key) {
    this.name = name;
    this.kind = kind;
    this.key = key;
    this.id = id(name, typed());
  }

  /**
   * Reads a key.
   *
   * @param pem as {@link #pem} writes it
   */
  public static VerifyingKey of(String name, String pem) {
    try {
      AsymmetricKeyParameter key = PublicKeyFactory.createKey(Pem.read(KIND, pem));
      return new VerifyingKey(name, SignatureKind.of(key), key);
    } catch (IOException e) {
      throw new IllegalArgumentException("not a public key", e);
    }
  }

  public String name() {
    return name;
  }

  public SignatureKind kind() {
    return kind;
  }

  /** As programs read it: SubjectPublicKeyInfo in PEM. */
  public String pem() {
    try {
      return Pem.write(
          KIND, SubjectPublicKeyInfoFactory.createSubjectPublicKeyInfo(key).getEncoded());
    } catch (IOException e) {
      throw new IllegalStateException("a key that is in use can be written", e);
    }
  }

  /** The same on one line, as statements hold it: SubjectPublicKeyInfo in base64. */
  public String line() {
    return pem().lines().filter(line -> !line.startsWith("-----")).collect(Collectors.joining());
  }

  /** Reads a key from a statement. */
  static VerifyingKey ofLine(String name, String line) {
    return of(name, Pem.write(KIND, Base64.getDecoder().decode(line)));
  }

  /** As checkers of logs read it (C2SP vkey): {@code name+id+base64(type ‖ key)}. */
  public String vkey() {
    return name
        + "+"
        + HexFormat.of().formatHex(id)
        + "+"
        + Base64.getEncoder().encodeToString(typed());
  }

  /** The four bytes that name the key in a note. */
  byte[] id() {
    return id.clone();
  }

  boolean verifies(byte[] text, byte[] signature) {
    Signer signer = kind.signer();
    signer.init(false, key);
    signer.update(text, 0, text.length);
    return signer.verifySignature(signature);
  }

  private byte[] typed() {
    byte[] type = kind.type();
    byte[] encoded = kind.encoded(key);
    byte[] typed = Arrays.copyOf(type, type.length + encoded.length);
    System.arraycopy(encoded, 0, typed, type.length, encoded.length);
    return typed;
  }

  private static byte[] id(String name, byte[] typed) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update((name + "\n").getBytes(StandardCharsets.UTF_8));
      return Arrays.copyOf(digest.digest(typed), 4);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
