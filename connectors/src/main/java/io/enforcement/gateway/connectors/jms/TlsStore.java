package io.enforcement.gateway.connectors.jms;

import io.enforcement.gateway.connectors.Secret;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Optional;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;

/**
 * A PKCS #12 file of the site: our key and certificate, or those that we trust.
 *
 * @param password opens the file and the key in it
 */
record TlsStore(String file, Secret password) {

  static final String TYPE = "PKCS12";

  /**
   * @param own shown to whoever asks for it
   * @param trusted absent: what the Java platform trusts
   * @throws IllegalArgumentException when a file cannot be read or opened
   */
  static SSLContext context(Optional<TlsStore> own, Optional<TlsStore> trusted) {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(
          own.isPresent() ? own.get().keys() : null,
          trusted.isPresent() ? trusted.get().trust() : null,
          null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has TLS", e);
    }
  }

  /**
   * Opens the file, so that a wrong path or password is told at the start.
   *
   * @throws IllegalArgumentException naming the file
   */
  KeyStore open() {
    try (InputStream in = Files.newInputStream(Path.of(file))) {
      KeyStore store = KeyStore.getInstance(TYPE);
      store.load(in, password.reveal().toCharArray());
      return store;
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalArgumentException("cannot be opened with its password", e);
    }
  }

  private KeyManager[] keys() throws GeneralSecurityException {
    KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(open(), password.reveal().toCharArray());
    return keys.getKeyManagers();
  }

  private TrustManager[] trust() throws GeneralSecurityException {
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(open());
    return trust.getTrustManagers();
  }
}
