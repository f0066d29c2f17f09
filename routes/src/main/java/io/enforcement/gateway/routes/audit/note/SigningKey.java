package io.enforcement.gateway.routes.audit.note;

import java.io.IOException;
import java.security.SecureRandom;
import java.util.Arrays;
import org.bouncycastle.crypto.CryptoException;
import org.bouncycastle.crypto.Signer;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.util.PrivateKeyFactory;
import org.bouncycastle.crypto.util.PrivateKeyInfoFactory;

/** The private key of a log. Shows itself to nobody but {@link #generate}. Thread-safe. */
public final class SigningKey {

  private static final String KIND = "PRIVATE KEY";

  private final AsymmetricKeyParameter secret;
  private final VerifyingKey verifyingKey;

  private SigningKey(AsymmetricKeyParameter secret, VerifyingKey verifyingKey) {
    this.secret = secret;
    this.verifyingKey = verifyingKey;
  }

  /** A new key, as PEM (PKCS #8). */
  public static String generate(SignatureKind kind) {
    try {
      return Pem.write(
          KIND,
          PrivateKeyInfoFactory.createPrivateKeyInfo(kind.generate(new SecureRandom()))
              .getEncoded());
    } catch (IOException e) {
      throw new IllegalStateException("a key that was just made can be written", e);
    }
  }

  /**
   * Reads a key.
   *
   * @param name under which it signs: the origin of the log
   * @param pem PKCS #8, an Ed25519 or an SM2 key
   * @throws IllegalArgumentException when it is neither
   */
  public static SigningKey of(String name, String pem) {
    byte[] encoded = Pem.read(KIND, pem);
    try {
      AsymmetricKeyParameter secret = PrivateKeyFactory.createKey(encoded);
      SignatureKind kind = SignatureKind.of(secret);
      return new SigningKey(secret, new VerifyingKey(name, kind, kind.publicKey(secret)));
    } catch (IOException | RuntimeException unreadable) {
      throw new IllegalArgumentException("neither an Ed25519 nor an SM2 key"); // names no content
    } finally {
      Arrays.fill(encoded, (byte) 0);
    }
  }

  /** Its public half. */
  public VerifyingKey verifyingKey() {
    return verifyingKey;
  }

  byte[] sign(byte[] text) {
    try {
      Signer signer = verifyingKey.kind().signer();
      signer.init(true, secret);
      signer.update(text, 0, text.length);
      return signer.generateSignature();
    } catch (CryptoException e) {
      throw new IllegalStateException("the key cannot sign", e);
    }
  }
}
