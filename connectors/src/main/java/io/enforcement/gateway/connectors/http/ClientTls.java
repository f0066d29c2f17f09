package io.enforcement.gateway.connectors.http;

import io.enforcement.gateway.connectors.ConnectorSettings;
import java.io.File;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import org.apache.hc.client5.http.ssl.ClientTlsStrategyBuilder;
import org.apache.hc.client5.http.ssl.HostnameVerificationPolicy;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.ssl.TLS;

/**
 * TLS towards one partner: 1.2 or 1.3, the certificate must name the host, and where the settings
 * say so our own certificate ({@code tls-keystore}) and a trust of its own ({@code tls-truststore},
 * in place of the platform's). Stores are PKCS#12 or JKS files; their passwords are secrets by name
 * ({@code tls-keystore-password}, {@code tls-truststore-password}). Read once, when the connector
 * is built.
 */
final class ClientTls {

  private ClientTls() {}

  /**
   * @throws IllegalArgumentException when a store cannot be read or opened
   */
  static TlsSocketStrategy of(ConnectorSettings settings) {
    TlsSocketStrategy tls = strategy(context(settings));
    return (socket, host, port, attachment, context) -> {
      try {
        return tls.upgrade(socket, host, port, attachment, context);
      } catch (SSLHandshakeException | SSLPeerUnverifiedException e) {
        throw e;
      } catch (IOException e) {
        // Whatever broke off here, nothing of the request had left: the outcome must say so.
        throw (SSLException) new SSLHandshakeException("broken off").initCause(e);
      }
    };
  }

  private static TlsSocketStrategy strategy(SSLContext context) {
    return ClientTlsStrategyBuilder.create()
        .setSslContext(context)
        .setTlsVersions(TLS.V_1_2, TLS.V_1_3)
        // In the handshake, before the first byte of ours.
        .setHostVerificationPolicy(HostnameVerificationPolicy.BUILTIN)
        .buildClassic();
  }

  private static SSLContext context(ConnectorSettings settings) {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(own(settings), trusted(settings), null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("TLS is not usable here", e);
    }
  }

  private static KeyManager[] own(ConnectorSettings settings) {
    String name = "tls-keystore";
    if (settings.optional(name).isEmpty()) {
      return null;
    }
    char[] password = password(settings, name);
    try {
      KeyManagerFactory keys =
          KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      keys.init(KeyStore.getInstance(file(settings, name), password), password);
      return keys.getKeyManagers();
    } catch (GeneralSecurityException | IOException | IllegalArgumentException e) {
      throw unreadable(settings, name, e);
    }
  }

  private static TrustManager[] trusted(ConnectorSettings settings) {
    String name = "tls-truststore";
    if (settings.optional(name).isEmpty()) {
      return null;
    }
    char[] password = password(settings, name);
    try {
      TrustManagerFactory trust =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      trust.init(KeyStore.getInstance(file(settings, name), password));
      return trust.getTrustManagers();
    } catch (GeneralSecurityException | IOException | IllegalArgumentException e) {
      throw unreadable(settings, name, e);
    }
  }

  private static File file(ConnectorSettings settings, String name) {
    return new File(settings.required(name));
  }

  private static char[] password(ConnectorSettings settings, String name) {
    return settings.secret(name + "-password").reveal().toCharArray();
  }

  private static IllegalArgumentException unreadable(
      ConnectorSettings settings, String name, Exception cause) {
    return settings.wrong(name, "is not a key store that its password opens", cause);
  }
}
