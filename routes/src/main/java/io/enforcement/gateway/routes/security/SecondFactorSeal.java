package io.enforcement.gateway.routes.security;

import io.enforcement.gateway.routes.DataDirectory;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Seals the secrets of second factors (AES-256-GCM), so that a stolen database opens nothing. The
 * key is a secret of the site, known by its name; made at the first start where there is none. All
 * nodes of a gateway need the same. A seal is good for the person it was made for only.
 * Thread-safe.
 */
@Component
class SecondFactorSeal {

  /** Length of a sealed secret in bytes. */
  static final int SEALED_BYTES = 12 + Totp.SECRET_BYTES + 16;

  private static final String CIPHER = "AES/GCM/NoPadding";
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final SecretKeySpec key;

  @Autowired
  SecondFactorSeal(
      DataDirectory data,
      @Value("${gateway.console.second-factor-key:second-factor}") String name) {
    this(data.generatedSecret(name).reveal());
  }

  SecondFactorSeal(String secret) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
      key = new SecretKeySpec(digest, "AES");
    } catch (GeneralSecurityException e) {
      throw unsupported(e);
    }
  }

  byte[] seal(UUID person, byte[] secret) {
    byte[] nonce = new byte[NONCE_BYTES];
    RANDOM.nextBytes(nonce);
    try {
      byte[] sealed = cipher(Cipher.ENCRYPT_MODE, person, nonce).doFinal(secret);
      return ByteBuffer.allocate(nonce.length + sealed.length).put(nonce).put(sealed).array();
    } catch (GeneralSecurityException e) {
      throw unsupported(e);
    }
  }

  /** The secret; empty when it was sealed by another key, or for somebody else. */
  Optional<byte[]> open(UUID person, byte[] sealed) {
    byte[] nonce = new byte[NONCE_BYTES];
    ByteBuffer.wrap(sealed).get(nonce);
    try {
      return Optional.of(
          cipher(Cipher.DECRYPT_MODE, person, nonce)
              .doFinal(sealed, NONCE_BYTES, sealed.length - NONCE_BYTES));
    } catch (AEADBadTagException e) {
      return Optional.empty();
    } catch (GeneralSecurityException e) {
      throw unsupported(e);
    }
  }

  private Cipher cipher(int mode, UUID person, byte[] nonce) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance(CIPHER);
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(person.toString().getBytes(StandardCharsets.US_ASCII));
    return cipher;
  }

  private static IllegalStateException unsupported(GeneralSecurityException e) {
    return new IllegalStateException("every Java platform has AES-GCM and SHA-256", e);
  }
}
