package io.enforcement.gateway.routes.sandbox.farside;

import io.enforcement.gateway.connectors.Secret;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** Key stores (PKCS #12) for those who meet with TLS in the demonstration. */
public final class KeyStores {

  private static final String ALIAS = "only";
  private static final char[] IN_MEMORY = "never written".toCharArray();

  private KeyStores() {}

  /** A file with a key and its certificate. */
  public static void write(Path file, KeyAndCertificate own, Secret password) {
    char[] word = password.reveal().toCharArray();
    write(file, word, own(own, word));
  }

  /** A file that vouches for one certificate. */
  public static void write(Path file, X509Certificate trusted, Secret password) {
    write(file, password.reveal().toCharArray(), trusting(trusted));
  }

  /** TLS that shows one certificate and believes one other. */
  public static SSLContext tls(KeyAndCertificate own, X509Certificate trusted) {
    try {
      KeyManagerFactory keys =
          KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      keys.init(own(own, IN_MEMORY), IN_MEMORY);
      return tls(keys.getKeyManagers(), trusted);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has TLS", e);
    }
  }

  /** TLS that shows nothing and believes one certificate. */
  public static SSLContext tls(X509Certificate trusted) {
    try {
      return tls(new KeyManager[0], trusted);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has TLS", e);
    }
  }

  private static SSLContext tls(KeyManager[] own, X509Certificate trusted)
      throws GeneralSecurityException {
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(trusting(trusted));
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(own, trust.getTrustManagers(), null);
    return context;
  }

  private static KeyStore own(KeyAndCertificate own, char[] password) {
    Certificate[] chain = {own.certificate()};
    return with(store -> store.setKeyEntry(ALIAS, own.key(), password, chain));
  }

  private static KeyStore trusting(X509Certificate one) {
    return with(store -> store.setCertificateEntry(ALIAS, one));
  }

  /** What goes into a store. */
  @FunctionalInterface
  private interface Content {
    void into(KeyStore store) throws GeneralSecurityException;
  }

  private static KeyStore with(Content content) {
    try {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, null);
      content.into(store);
      return store;
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException("every Java platform has PKCS #12", e);
    }
  }

  private static void write(Path file, char[] password, KeyStore store) {
    try (OutputStream out = Files.newOutputStream(file)) {
      store.store(out, password);
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException("a key store cannot be written", e);
    }
  }
}
