package io.enforcement.gateway.connectors.http;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;

/** Invented certificates, made with the JDK's own keytool in a folder of the test. */
final class Certificates {

  static final String PASSWORD = "invented-password";

  private final Path folder;

  Certificates(Path folder) {
    this.folder = folder;
  }

  /**
   * A key store with a new self-signed certificate.
   *
   * @param names as keytool writes subject alternative names, for example {@code ip:127.0.0.1}
   */
  Path own(String name, String names) {
    Path store = folder.resolve(name + ".p12");
    keytool(
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
        "san=" + names,
        "-validity",
        "2",
        "-keystore",
        store.toString(),
        "-storetype",
        "PKCS12");
    return store;
  }

  /** A trust store that holds the certificate of one key store. */
  Path trusting(String name) {
    Path path = folder.resolve("trusts-" + name + ".p12");
    char[] password = PASSWORD.toCharArray();
    try (OutputStream out = Files.newOutputStream(path)) {
      KeyStore own = KeyStore.getInstance(folder.resolve(name + ".p12").toFile(), password);
      KeyStore trust = KeyStore.getInstance("PKCS12");
      trust.load(null, null);
      trust.setCertificateEntry(name, own.getCertificate(name));
      trust.store(out, password);
      return path;
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void keytool(String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(List.of(arguments));
    command.addAll(List.of("-storepass", PASSWORD));
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
