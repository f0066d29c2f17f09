package io.enforcement.gateway.connectors.rest;

import io.enforcement.gateway.connectors.Secret;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.SecretKeySpec;

/**
 * A short-lived secret as the sharing platform sends it: Base64 of AES-128 (ECB, PKCS#5) under a
 * key drawn from the lasting one. Its clients draw that key from Java's SHA1PRNG seeded with the
 * lasting key, which is the first half of SHA-1 taken twice; spelt out here, so that no random
 * generator's inner working is relied on. Source: public client code. Thread-safe.
 */
final class SealedSecret {

  private static final int KEY_BYTES = 16;

  private SealedSecret() {}

  /**
   * @throws NotSent when it was not sealed with this key
   */
  static Secret open(String sealed, Secret lasting) throws NotSent {
    try {
      MessageDigest sha1 = MessageDigest.getInstance("SHA-1");
      byte[] drawn = sha1.digest(sha1.digest(lasting.bytes()));
      Cipher aes = Cipher.getInstance("AES/ECB/PKCS5Padding");
      aes.init(Cipher.DECRYPT_MODE, new SecretKeySpec(Arrays.copyOf(drawn, KEY_BYTES), "AES"));
      byte[] opened = aes.doFinal(Base64.getMimeDecoder().decode(sealed));
      return new Secret(new String(opened, StandardCharsets.UTF_8));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw new NotSent("the refresh service's secret cannot be opened with our key");
    }
  }
}
