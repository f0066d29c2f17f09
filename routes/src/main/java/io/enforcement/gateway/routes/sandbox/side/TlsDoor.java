package io.enforcement.gateway.routes.sandbox.side;

import io.enforcement.gateway.connectors.Secret;
import io.enforcement.gateway.routes.sandbox.farside.HttpClients;
import io.enforcement.gateway.routes.sandbox.farside.KeyAndCertificate;
import io.enforcement.gateway.routes.sandbox.farside.KeyStores;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Function;

/**
 * What site and partner prepare when the partner is known by its certificate: TLS at the gateway's
 * own door, which asks for certificates and trusts the partner's. All are made at the start.
 */
public final class TlsDoor {

  private final KeyAndCertificate gateway = KeyAndCertificate.of("gateway");
  private final KeyAndCertificate own;
  private final Path keyStore;
  private final Path trustStore;
  private final Secret keyStoreWord;
  private final Secret trustStoreWord;

  /**
   * @param id of the partner
   * @param directory where the gateway's key stores are kept
   * @param secrets makes and finds the words that open the key stores
   */
  public TlsDoor(String id, Path directory, Function<String, Secret> secrets) {
    own = KeyAndCertificate.of(id);
    keyStore = directory.resolve("door.p12");
    trustStore = directory.resolve("door-trust.p12");
    keyStoreWord = secrets.apply("door-key-store");
    trustStoreWord = secrets.apply("door-trust-store");
    try {
      Files.createDirectories(directory);
    } catch (IOException e) {
      throw new UncheckedIOException("the door for TLS cannot be prepared", e);
    }
    KeyStores.write(keyStore, gateway, keyStoreWord);
    KeyStores.write(trustStore, own.certificate(), trustStoreWord);
  }

  /** What the site sets to close its door by TLS and to ask who comes. */
  public Map<String, Object> properties() {
    String ssl = "server.ssl.";
    return Map.of(
        ssl + "key-store",
        keyStore.toString(),
        ssl + "key-store-password",
        keyStoreWord.reveal(),
        ssl + "trust-store",
        trustStore.toString(),
        ssl + "trust-store-password",
        trustStoreWord.reveal(),
        ssl + "client-auth",
        "want",
        ssl + "enabled-protocols",
        "TLSv1.3,TLSv1.2",
        "management.server.ssl.enabled",
        "false");
  }

  /** By what the site knows the partner. */
  public String fingerprint() {
    return own.fingerprint();
  }

  /** The partner's software: it shows the partner's certificate. */
  public HttpClient partner() {
    return HttpClients.over(KeyStores.tls(own, gateway.certificate()));
  }

  /** Somebody else's: it shows a certificate that the site does not know. */
  public HttpClient stranger() {
    KeyAndCertificate foreign = KeyAndCertificate.of("somebody-else");
    return HttpClients.over(KeyStores.tls(foreign, gateway.certificate()));
  }

  /** Whoever shows no certificate. */
  public HttpClient anybody() {
    return HttpClients.over(KeyStores.tls(gateway.certificate()));
  }
}
