package io.enforcement.gateway.routes.conformance;

import io.enforcement.gateway.connectors.Secret;
import io.enforcement.gateway.routes.sandbox.farside.Proof;
import io.enforcement.gateway.routes.sandbox.farside.Proof.Profile;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A partner's program that calls the gateway with whatever headers it is told to. */
final class Signer {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final HttpClient client;
  private final URI gateway;

  Signer(URI gateway, HttpClient client) {
    this.gateway = gateway;
    this.client = client;
  }

  /**
   * The gateway's answer.
   *
   * @param rule of a refusal, or empty
   */
  record Answer(int status, String rule) {}

  /** How the candidate proves itself by this secret, or by the certificate that it shows. */
  static Proof proof(Candidate candidate, Secret secret) {
    return candidate.isKnownByCertificate()
        ? Proof.byCertificate()
        : Proof.of(profile(candidate), candidate.id(), secret);
  }

  /** The profile that a pack's word stands for; a certificate is none. */
  static Profile profile(Candidate candidate) {
    return switch (candidate.file().authentication()) {
      case SHARING_PLATFORM -> Profile.SHARING_PLATFORM;
      case PROVINCIAL -> Profile.PROVINCIAL;
      case GATEWAY -> Profile.GATEWAY;
      case MUTUAL_TLS -> throw new IllegalArgumentException("a certificate is no profile");
    };
  }

  /** Asks, proven by this. */
  Answer get(Proof proof, String path, String query) throws InterruptedException {
    return call("GET", path, query, new byte[0], proof.of("GET", path, query, new byte[0]));
  }

  /** A request with exactly these headers. */
  Answer call(String method, String path, String query, byte[] body, Map<String, String> headers)
      throws InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(gateway.resolve(query == null ? path : path + "?" + query))
            .timeout(PATIENCE)
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", "conformance-signature");
    headers.forEach(request::header);
    try {
      HttpResponse<byte[]> response =
          client.send(
              request.method(method, HttpRequest.BodyPublishers.ofByteArray(body)).build(),
              HttpResponse.BodyHandlers.ofByteArray());
      return new Answer(response.statusCode(), rule(response.body()));
    } catch (IOException e) {
      return new Answer(0, "");
    }
  }

  private static String rule(byte[] body) {
    try {
      JsonNode problem = JSON.readTree(body);
      String only = problem.path("rule").asString("");
      return only.isEmpty() ? problem.path("findings").path(0).path("rule").asString("") : only;
    } catch (JacksonException e) {
      return "";
    }
  }
}
