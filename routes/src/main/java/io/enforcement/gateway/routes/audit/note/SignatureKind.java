package io.enforcement.gateway.routes.audit.note;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.asn1.gm.GMNamedCurves;
import org.bouncycastle.asn1.gm.GMObjectIdentifiers;
import org.bouncycastle.crypto.Signer;
import org.bouncycastle.crypto.generators.ECKeyPairGenerator;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.params.ECKeyGenerationParameters;
import org.bouncycastle.crypto.params.ECNamedDomainParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.params.Ed25519PublicKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;
import org.bouncycastle.crypto.signers.SM2Signer;
import org.bouncycastle.math.ec.FixedPointCombMultiplier;

/** How notes are signed. */
public enum SignatureKind {
  ED25519("ed25519", new byte[] {1}) {
    @Override
    AsymmetricKeyParameter generate(SecureRandom random) {
      return new Ed25519PrivateKeyParameters(random);
    }

    @Override
    boolean fits(AsymmetricKeyParameter key) {
      return key instanceof Ed25519PrivateKeyParameters
          || key instanceof Ed25519PublicKeyParameters;
    }

    @Override
    AsymmetricKeyParameter publicKey(AsymmetricKeyParameter key) {
      return ((Ed25519PrivateKeyParameters) key).generatePublicKey();
    }

    @Override
    byte[] encoded(AsymmetricKeyParameter publicKey) {
      return ((Ed25519PublicKeyParameters) publicKey).getEncoded();
    }

    @Override
    Signer signer() {
      return new Ed25519Signer();
    }
  },

  /**
   * SM2 with SM3 (GB/T 32918, GM/T 0009: the usual id 1234567812345678); the signature is DER. The
   * note format has no number for it: 255 is for words of one's own.
   */
  SM2("sm2", own("sm2-sm3")) {
    @Override
    AsymmetricKeyParameter generate(SecureRandom random) {
      ECKeyPairGenerator keys = new ECKeyPairGenerator();
      keys.init(
          new ECKeyGenerationParameters(
              new ECNamedDomainParameters(
                  GMObjectIdentifiers.sm2p256v1, GMNamedCurves.getByName("sm2p256v1")),
              random));
      return keys.generateKeyPair().getPrivate();
    }

    @Override
    boolean fits(AsymmetricKeyParameter key) {
      return key instanceof ECPrivateKeyParameters ecPrivate && isSm2(ecPrivate.getParameters())
          || key instanceof ECPublicKeyParameters ecPublic && isSm2(ecPublic.getParameters());
    }

    @Override
    AsymmetricKeyParameter publicKey(AsymmetricKeyParameter key) {
      ECPrivateKeyParameters secret = (ECPrivateKeyParameters) key;
      return new ECPublicKeyParameters(
          new FixedPointCombMultiplier().multiply(secret.getParameters().getG(), secret.getD()),
          secret.getParameters());
    }

    @Override
    byte[] encoded(AsymmetricKeyParameter publicKey) {
      return ((ECPublicKeyParameters) publicKey).getQ().getEncoded(false);
    }

    @Override
    Signer signer() {
      return new SM2Signer();
    }
  };

  private final String word;
  private final byte[] type;

  SignatureKind(String word, byte[] type) {
    this.word = word;
    this.type = type;
  }

  abstract AsymmetricKeyParameter generate(SecureRandom random);

  abstract boolean fits(AsymmetricKeyParameter key);

  abstract AsymmetricKeyParameter publicKey(AsymmetricKeyParameter privateKey);

  abstract byte[] encoded(AsymmetricKeyParameter publicKey);

  abstract Signer signer();

  /** The word for it in settings and files. */
  public String word() {
    return word;
  }

  /** The kind of that word. */
  public static Optional<SignatureKind> named(String word) {
    return Arrays.stream(values()).filter(kind -> kind.word.equals(word)).findFirst();
  }

  static SignatureKind of(AsymmetricKeyParameter key) {
    return Arrays.stream(values())
        .filter(kind -> kind.fits(key))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("neither an Ed25519 nor an SM2 key"));
  }

  /** What stands before the key where keys are written down. */
  byte[] type() {
    return type.clone();
  }

  private static boolean isSm2(Object parameters) {
    return parameters instanceof ECNamedDomainParameters named
        && GMObjectIdentifiers.sm2p256v1.equals(named.getName());
  }

  private static byte[] own(String word) {
    return ("\u00ff" + word).getBytes(StandardCharsets.ISO_8859_1);
  }
}
