package io.enforcement.gateway.routes.security;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedKeyManager;
import javax.net.ssl.X509KeyManager;

/** Invented certificates in stores of a test's folder, made with the JDK's own keytool. */
record TlsFiles(Path folder) {

  static final String PASSWORD = "invented-password";

  /** A key store with a new self-signed certificate. */
  Path own(String name) {
    Path store = folder.resolve(name + ".p12");
    keytool(
        store,
        "-genkeypair",
        "-alias",
        name,
        "-keyalg",
        "EC",
        "-groupname",
        "secp256r1",
        "-dname",
        "CN=" + name + ", O=Invented",
        "-ext",
        "san=ip:127.0.0.1",
        "-validity",
        "2");
    return store;
  }

  /** A trust store with the certificates of these key stores. */
  Path trusting(String store, String... names) {
    Path path = folder.resolve(store + ".p12");
    try (OutputStream out = Files.newOutputStream(path)) {
      KeyStore trust = KeyStore.getInstance("PKCS12");
      trust.load(null, null);
      for (String name : names) {
        trust.setCertificateEntry(name, store(name).getCertificate(name));
      }
      trust.store(out, PASSWORD.toCharArray());
      return path;
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A client's side of TLS; no certificate of its own when the name is null. */
  SSLContext client(String name, Path trust) throws GeneralSecurityException, IOException {
    char[] password = PASSWORD.toCharArray();
    KeyManager[] own = null;
    if (name != null) {
      // The one that calls a key by its plain alias.
      KeyManagerFactory keys = KeyManagerFactory.getInstance("SunX509");
      keys.init(store(name), password);
      // Shown whether the other side asks for its issuer or not.
      own = new KeyManager[] {new Insisting((X509KeyManager) keys.getKeyManagers()[0], name)};
    }
    TrustManagerFactory trusted = TrustManagerFactory.getInstance("PKIX");
    trusted.init(KeyStore.getInstance(trust.toFile(), password));
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(own, trusted.getTrustManagers(), null);
    return context;
  }

  KeyStore store(String name) throws GeneralSecurityException, IOException {
    return KeyStore.getInstance(folder.resolve(name + ".p12").toFile(), PASSWORD.toCharArray());
  }

  private static final class Insisting extends X509ExtendedKeyManager {
    private final X509KeyManager keys;
    private final String name;

    Insisting(X509KeyManager keys, String name) {
      this.keys = keys;
      this.name = name;
    }

    @Override
    public String[] getClientAliases(String type, Principal[] issuers) {
      return new String[] {name};
    }

    @Override
    public String chooseClientAlias(String[] types, Principal[] issuers, Socket socket) {
      return name;
    }

    @Override
    public String chooseEngineClientAlias(String[] types, Principal[] issuers, SSLEngine engine) {
      return name;
    }

    @Override
    public String[] getServerAliases(String type, Principal[] issuers) {
      return new String[0];
    }

    @Override
    public String chooseServerAlias(String type, Principal[] issuers, Socket socket) {
      return null;
    }

    @Override
    public X509Certificate[] getCertificateChain(String alias) {
      return keys.getCertificateChain(alias);
    }

    @Override
    public PrivateKey getPrivateKey(String alias) {
      return keys.getPrivateKey(alias);
    }
  }

  private static void keytool(Path store, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(List.of(arguments));
    command.addAll(List.of("-keystore", store.toString(), "-storepass", PASSWORD));
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      String said = new String(process.getInputStream().readAllBytes());
      if (process.waitFor() != 0) {
        throw new IllegalStateException("keytool: " + said);
      }
    } catch (IOException e) {
      throw new IllegalStateException("keytool does not run", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
