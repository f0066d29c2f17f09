package io.enforcement.gateway.routes.sandbox.farside;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** One signed POST to the gateway's intake, as a partner's own software would make it. */
final class SignedPost {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final HttpClient client;
  private final URI gateway;
  private final Proof proof;

  SignedPost(URI gateway, Proof proof, HttpClient client) {
    this.client = client;
    this.gateway = gateway;
    this.proof = proof;
  }

  /**
   * What came back from one attempt.
   *
   * @param status HTTP status; 0 when there was no answer
   * @param uncertain the request may have arrived although no answer did
   */
  record Reply(int status, JsonNode body, long retryAfterMillis, boolean uncertain) {

    static Reply notSent() {
      return new Reply(0, JsonNodeFactory.instance.objectNode(), 0, false);
    }

    boolean isFinal() {
      return status != 0 && status != 429 && status != 503;
    }

    String text(String name) {
      return body.path(name).asString("");
    }
  }

  Reply send(HousingDepartment.Message message) throws InterruptedException {
    try {
      HttpResponse<byte[]> response =
          client.send(request(message), HttpResponse.BodyHandlers.ofByteArray());
      long wait = response.headers().firstValue("Retry-After").map(SignedPost::millis).orElse(0L);
      return new Reply(response.statusCode(), json(response.body()), wait, false);
    } catch (ConnectException e) {
      return Reply.notSent();
    } catch (IOException e) {
      return new Reply(0, JsonNodeFactory.instance.objectNode(), 0, true);
    }
  }

  private HttpRequest request(HousingDepartment.Message message) {
    String path = "/api/v1/exchanges/" + message.exchange();
    HttpRequest.Builder request =
        HttpRequest.newBuilder(gateway.resolve(path))
            .timeout(PATIENCE)
            .header("Content-Type", message.contentType())
            .header("Idempotency-Key", message.key());
    proof.of("POST", path, null, message.body()).forEach(request::header);
    return request.POST(HttpRequest.BodyPublishers.ofByteArray(message.body())).build();
  }

  private static long millis(String seconds) {
    return seconds.matches("[0-9]{1,4}") ? Long.parseLong(seconds) * 1000 : 0;
  }

  private static JsonNode json(byte[] body) {
    try {
      return Json.MAPPER.readTree(body);
    } catch (JacksonException e) {
      return JsonNodeFactory.instance.objectNode();
    }
  }
}
