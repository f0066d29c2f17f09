package io.enforcement.gateway.connectors.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsExchange;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import io.enforcement.gateway.connectors.Connector;
import io.enforcement.gateway.connectors.ConnectorFactory;
import io.enforcement.gateway.connectors.ConnectorSettings;
import io.enforcement.gateway.connectors.Dispatch;
import io.enforcement.gateway.connectors.Outcome;
import io.enforcement.gateway.connectors.Secret;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Both sides show certificates, whatever travels inside; whoever shows the wrong one gets nothing,
 * and what breaks off before the handshake is over has had no effect.
 */
@Timeout(60)
class MutualTlsTest {

  private static final Dispatch DISPATCH =
      new Dispatch("key-1", "penalty", "<t:bring xmlns:t='urn:invented'/>".getBytes());
  private static final byte[] ANSWER =
      ("<s:Envelope xmlns:s='http://schemas.xmlsoap.org/soap/envelope/'><s:Body><ok/></s:Body>"
              + "</s:Envelope>")
          .getBytes();
  private static final String LOOPBACK = "ip:127.0.0.1,dns:localhost";

  @TempDir static Path folder;

  private static Path gateway;
  private static Path stranger;
  private static Path partner;
  private static Path elsewhere;
  private static Path trustsGateway;
  private static Path trustsPartner;
  private static Path trustsElsewhere;

  private final List<String> callers = new CopyOnWriteArrayList<>();
  private final Set<Integer> connections = ConcurrentHashMap.newKeySet();
  private HttpsServer server;

  @BeforeAll
  static void make() {
    Certificates certificates = new Certificates(folder);
    gateway = certificates.own("gateway", LOOPBACK);
    stranger = certificates.own("stranger", LOOPBACK);
    partner = certificates.own("partner", LOOPBACK);
    elsewhere = certificates.own("elsewhere", "dns:partner.example");
    trustsGateway = certificates.trusting("gateway");
    trustsPartner = certificates.trusting("partner");
    trustsElsewhere = certificates.trusting("elsewhere");
  }

  @AfterEach
  void close() {
    if (server != null) {
      server.stop(0);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"rest", "soap"})
  void thePartnerSeesOurCertificateAndOneConnectionServesAll(String kind) throws Exception {
    open(partner, "TLSv1.3");
    try (var connector = connector(kind, settings(gateway, trustsPartner))) {
      assertThat(connector.send(DISPATCH)).isInstanceOf(Outcome.Accepted.class);
      assertThat(connector.send(DISPATCH)).isInstanceOf(Outcome.Accepted.class);
    }
    assertThat(callers).hasSize(2).allMatch(name -> name.contains("CN=gateway"));
    assertThat(connections).hasSize(1);
  }

  @Test
  void tls12IsEnough() throws Exception {
    open(partner, "TLSv1.2");
    assertThat(send(gateway, trustsPartner)).isInstanceOf(Outcome.Accepted.class);
  }

  @Test
  void aPartnerWithoutACertificateThatWeTrustGetsNothing() throws Exception {
    open(partner, "TLSv1.3");
    assertThat(send(gateway, trustsElsewhere)).isEqualTo(OutcomeTable.unavailable("TLS failed"));
    assertThat(callers).isEmpty();
  }

  @Test
  void aCertificateForAnotherHostGetsNothing() throws Exception {
    open(elsewhere, "TLSv1.3");
    assertThat(send(gateway, trustsElsewhere)).isEqualTo(OutcomeTable.unavailable("TLS failed"));
    assertThat(callers).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"rest", "soap"})
  void aCertificateThatThePartnerDoesNotTrustIsNoDelivery(String kind) throws Exception {
    open(partner, "TLSv1.2");
    assertThat(send(kind, settings(stranger, trustsPartner)))
        .isInstanceOf(Outcome.Unavailable.class);
    assertThat(send(kind, settings(null, trustsPartner))).isInstanceOf(Outcome.Unavailable.class);
    assertThat(callers).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"rest", "soap"})
  void aHandshakeThatIsBrokenOffIsNoDelivery(String kind) throws Exception {
    try (ServerSocket door = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Map<String, String> settings = settings(gateway, trustsPartner);
      settings.put("endpoint", "https://127.0.0.1:" + door.getLocalPort());
      settings.put("request-timeout", "PT0.3S");
      CompletableFuture<Socket> silent = CompletableFuture.supplyAsync(() -> accept(door));
      assertThat(send(kind, settings)).isEqualTo(OutcomeTable.unavailable("TLS failed"));
      silent.join().close();

      CompletableFuture<Void> gone = CompletableFuture.runAsync(() -> hangUp(accept(door)));
      assertThat(send(kind, settings)).isEqualTo(OutcomeTable.unavailable("TLS failed"));
      gone.join();
    }
  }

  @Test
  void namesTheStoreThatCannotBeOpened() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> connector("rest", settings(folder.resolve("missing.p12"), trustsPartner)))
        .withMessage(
            "partner sharing: setting tls-keystore is not a key store that its password opens");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> connector("soap", settings(gateway, folder.resolve("no-such-store.p12"))))
        .withMessage(
            "partner sharing: setting tls-truststore is not a key store that its password opens");
    Map<String, String> bare = new HashMap<>(settings(gateway, trustsPartner));
    bare.remove("tls-keystore-password");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> connector("soap", bare))
        .withMessage("partner sharing: setting tls-keystore-password is missing");
  }

  private Outcome send(Path own, Path trust) {
    return send("rest", settings(own, trust));
  }

  private static Outcome send(String kind, Map<String, String> settings) {
    try (var connector = connector(kind, settings)) {
      return connector.send(DISPATCH);
    }
  }

  private static Connector connector(String kind, Map<String, String> settings) {
    return new ConnectorFactory()
        .connector(
            kind,
            new ConnectorSettings("sharing", settings, name -> new Secret(Certificates.PASSWORD)));
  }

  private static Socket accept(ServerSocket door) {
    try {
      return door.accept();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void hangUp(Socket caller) {
    try (caller) {
      caller.getInputStream().read();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Map<String, String> settings(Path own, Path trust) {
    Map<String, String> settings = new HashMap<>();
    int port = server == null ? 1 : server.getAddress().getPort();
    settings.put("endpoint", "https://127.0.0.1:" + port);
    settings.put("allow-loopback", "true");
    settings.put("namespace", "urn:invented");
    settings.put("operation", "bring");
    settings.put("tls-truststore", trust.toString());
    settings.put("tls-truststore-password", "store");
    if (own != null) {
      settings.put("tls-keystore", own.toString());
      settings.put("tls-keystore-password", "store");
    }
    return settings;
  }

  private void open(Path own, String protocol) throws Exception {
    SSLContext context = context(own);
    server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setHttpsConfigurator(
        new HttpsConfigurator(context) {
          @Override
          public void configure(HttpsParameters parameters) {
            SSLParameters tls = context.getDefaultSSLParameters();
            tls.setNeedClientAuth(true);
            tls.setProtocols(new String[] {protocol});
            parameters.setSSLParameters(tls);
          }
        });
    server.createContext("/", this::answer);
    server.start();
  }

  private static SSLContext context(Path own) throws GeneralSecurityException, IOException {
    char[] password = Certificates.PASSWORD.toCharArray();
    KeyManagerFactory keys = KeyManagerFactory.getInstance("PKIX");
    keys.init(KeyStore.getInstance(new File(own.toString()), password), password);
    TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
    trust.init(KeyStore.getInstance(trustsGateway.toFile(), password));
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
    return context;
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      callers.add(((HttpsExchange) exchange).getSSLSession().getPeerPrincipal().getName());
      connections.add(exchange.getRemoteAddress().getPort());
      exchange.getRequestBody().readAllBytes();
      exchange.sendResponseHeaders(200, ANSWER.length);
      exchange.getResponseBody().write(ANSWER);
    }
  }
}
