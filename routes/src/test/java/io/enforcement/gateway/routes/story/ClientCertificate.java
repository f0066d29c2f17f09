package io.enforcement.gateway.routes.story;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** A key with a self-signed certificate, made by the platform's own keytool; also as PEM. */
record ClientCertificate(String name, Path store) {

  static final String PASSWORD = "invented-for-the-stores";

  static ClientCertificate of(Path directory, String name) {
    Path store = directory.resolve(name + ".p12");
    keytool(
        store,
        "-genkeypair -keyalg EC -alias " + name + " -ext san=ip:127.0.0.1 -dname CN=" + name);
    return new ClientCertificate(name, store);
  }

  /** A trust store that vouches for these. */
  static Path trusting(Path directory, ClientCertificate... trusted) {
    Path store = directory.resolve("trust.p12");
    for (ClientCertificate one : trusted) {
      keytool(store, "-importcert -noprompt -alias " + one.name + " -file " + one.certificate());
    }
    return store;
  }

  Path certificate() {
    return pem("crt", "CERTIFICATE", encodedCertificate());
  }

  Path key() {
    try {
      byte[] key = open().getKey(name, PASSWORD.toCharArray()).getEncoded();
      return pem("key", "PRIVATE KEY", key);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  String fingerprint() {
    try {
      return "SHA256:"
          + HexFormat.of()
              .formatHex(MessageDigest.getInstance("SHA-256").digest(encodedCertificate()));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What shows this certificate, and believes those of the trust store. */
  SSLContext context(Path trust) {
    try {
      char[] password = PASSWORD.toCharArray();
      KeyManagerFactory keys = KeyManagerFactory.getInstance("PKIX");
      keys.init(open(), password);
      TrustManagerFactory trusted = TrustManagerFactory.getInstance("PKIX");
      trusted.init(KeyStore.getInstance(trust.toFile(), password));
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(keys.getKeyManagers(), trusted.getTrustManagers(), null);
      return context;
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private byte[] encodedCertificate() {
    try {
      return open().getCertificate(name).getEncoded();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private KeyStore open() throws GeneralSecurityException {
    try {
      return KeyStore.getInstance(store.toFile(), PASSWORD.toCharArray());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private Path pem(String extension, String what, byte[] encoded) {
    String text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(encoded);
    try {
      return Files.writeString(
          store.resolveSibling(name + "." + extension),
          "-----BEGIN " + what + "-----\n" + text + "\n-----END " + what + "-----\n");
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void keytool(Path store, String arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(List.of(arguments.split(" ")));
    command.addAll(List.of("-storetype", "PKCS12", "-storepass", PASSWORD));
    command.addAll(List.of("-keystore", store.toString()));
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      byte[] said = process.getInputStream().readAllBytes();
      if (process.waitFor() != 0) {
        throw new IllegalStateException("keytool: " + new String(said, StandardCharsets.UTF_8));
      }
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
