package io.enforcement.gateway.routes.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.enforcement.gateway.connectors.Secret;
import io.enforcement.gateway.connectors.rest.RequestSignature;
import io.enforcement.gateway.routes.security.PartnerDirectory.Known;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import javax.security.auth.x500.X500Principal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A real TLS door: the certificate of the connection tells which partner calls. */
@SecuritySlice
class MutualTlsDoorTest {

  private static final String TARGET = "/api/v1/exchanges/penalty-decision";
  private static final Map<String, Known> CERTIFICATES =
      SliceApplication.CALLERS.get(CallerProof.MUTUAL_TLS);

  @TempDir static Path folder;

  private static TlsFiles files;
  private static Path trustsGateway;

  @LocalServerPort int port;
  @Autowired People people;

  @DynamicPropertySource
  static void tls(DynamicPropertyRegistry registry) {
    files = new TlsFiles(folder);
    Path gateway = files.own("gateway");
    files.own("harbour");
    files.own("other");
    files.own("stranger");
    trustsGateway = files.trusting("trusts-gateway", "gateway");
    Path trust = files.trusting("trusts-partners", "harbour", "other");
    registry.add("server.ssl.key-store", gateway::toString);
    registry.add("server.ssl.key-store-password", () -> TlsFiles.PASSWORD);
    registry.add("server.ssl.trust-store", trust::toString);
    registry.add("server.ssl.trust-store-password", () -> TlsFiles.PASSWORD);
    registry.add("server.ssl.client-auth", () -> "want");
    registry.add("server.ssl.enabled-protocols", () -> "TLSv1.3,TLSv1.2");
  }

  @BeforeEach
  void register() throws Exception {
    CERTIFICATES.clear();
    CERTIFICATES.put(fingerprint("harbour"), new Known("harbour", Optional.empty()));
  }

  @Test
  void aRegisteredCertificateIsThePartner() throws Exception {
    var answer = post("harbour", Map.of());

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(answer.body()).contains("\"partner\":\"harbour\"", "\"nonce\":\"null\"");
  }

  @Test
  void aSubjectIsEnoughWhenItIsRegistered() throws Exception {
    CERTIFICATES.clear();
    CERTIFICATES.put(
        "subject:" + new X500Principal("O = Invented,CN=HARBOUR").getName("CANONICAL"),
        new Known("harbour", Optional.empty()));
    // Written "CN=harbour, O=Invented" by its owner: the order of a name counts.
    refused(post("harbour", Map.of()), "authentication.certificate");

    CERTIFICATES.put(
        "subject:" + new X500Principal("cn=harbour,  O=invented").getName("CANONICAL"),
        new Known("harbour", Optional.empty()));
    assertThat(post("harbour", Map.of()).statusCode()).isEqualTo(200);
  }

  @Test
  void aTrustedCertificateOfNobodyIsRefused() throws Exception {
    refused(post("other", Map.of()), "authentication.certificate");
  }

  @Test
  void aCertificateThatIsNotTrustedEndsInTheHandshake() {
    assertThatThrownBy(() -> post("stranger", Map.of())).isInstanceOf(IOException.class);
  }

  @Test
  void withoutACertificateOneMustProveOtherwise() throws Exception {
    refused(post(null, Map.of()), "authentication.required");
  }

  @Test
  void aSignatureCountsMoreThanTheCertificate() throws Exception {
    assertThat(post("harbour", signedAs("housing", "invented-secret-1")).body())
        .contains("\"partner\":\"housing\"");
    refused(post("harbour", signedAs("housing", "guess")), "authentication.signature");
  }

  @Test
  void aPersonWithATokenIsThePersonOverAnyConnection() throws Exception {
    String token = people.add("test", "t" + System.nanoTime(), Role.OPERATOR).token();
    HttpRequest request =
        HttpRequest.newBuilder(at("/api/v1/messages/1"))
            .header("Authorization", "Bearer " + token)
            .build();
    assertThat(client("other").send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(200);
  }

  private HttpResponse<String> post(String certificate, Map<String, String> headers)
      throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(at(TARGET)).POST(BodyPublishers.ofString("{}"));
    headers.forEach(request::header);
    return client(certificate).send(request.build(), BodyHandlers.ofString());
  }

  private URI at(String path) {
    return URI.create("https://127.0.0.1:" + port + path);
  }

  private static HttpClient client(String certificate) throws Exception {
    return HttpClient.newBuilder()
        .version(HttpClient.Version.HTTP_1_1)
        .sslContext(files.client(certificate, trustsGateway))
        .build();
  }

  private static String fingerprint(String name) throws Exception {
    X509Certificate certificate = (X509Certificate) files.store(name).getCertificate(name);
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
    return "sha256:" + HexFormat.of().formatHex(digest);
  }

  private static Map<String, String> signedAs(String partner, String secret) {
    String timestamp = Long.toString(System.currentTimeMillis());
    String nonce = Caller.nonce();
    String canonical =
        RequestSignature.canonical(
            "POST", TARGET, null, "{}".getBytes(StandardCharsets.UTF_8), timestamp, nonce);
    return Map.of(
        "X-App-Key", partner,
        "X-Timestamp", timestamp,
        "X-Nonce", nonce,
        "X-Signature", RequestSignature.sign(new Secret(secret), canonical));
  }

  private static void refused(HttpResponse<String> answer, String rule) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(401);
    assertThat(answer.body()).contains("\"rule\":\"" + rule + "\"");
  }
}
