package io.enforcement.gateway.routes.story;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** A named person with the rights of an operator, at the gateway's API. */
final class Operator {

  static final String NAME = "story-operator";

  private final HttpClient client = HttpClient.newHttpClient();
  private final URI gateway;
  private final String token;

  Operator(URI gateway, String token) {
    this.gateway = gateway;
    this.token = token;
  }

  MessageStatus looksUp(String messageId) {
    return new MessageStatus(asksFor(messageId).json());
  }

  Reply asksFor(String messageId) {
    return send("GET", "/api/v1/messages/" + messageId);
  }

  /** How much waits that this person may not see. */
  long hidden() {
    return send("GET", "/api/v1/parked/restricted").json().path("waiting").asLong();
  }

  /** The entry that waits for people because of this message and partner. */
  Optional<JsonNode> parked(String messageId, String partner) {
    return parked(partner).stream()
        .filter(p -> p.path("messageId").asString("").equals(messageId))
        .findFirst();
  }

  /** What waits that came from, or was to go to, this partner. */
  List<JsonNode> parked(String partner) {
    return StreamSupport.stream(send("GET", "/api/v1/parked").json().spliterator(), false)
        .filter(p -> p.path("partner").asString("").equals(partner))
        .toList();
  }

  /** The partners in service, as the gateway shows them to people. */
  List<JsonNode> partners() {
    return StreamSupport.stream(send("GET", "/api/v1/partners").json().spliterator(), false)
        .toList();
  }

  /** Sets what is parked of this message for this partner on its way again. */
  Reply replays(String messageId, String partner) {
    return replays(parked(messageId, partner).orElseThrow().path("id").asString());
  }

  Reply replays(String parkedId) {
    return send("POST", "/api/v1/parked/" + parkedId + "/replay");
  }

  /** Reads from the API. */
  Reply reads(String path) {
    return send("GET", path);
  }

  /** Reads what is no JSON. */
  byte[] readsBytes(String path) {
    try {
      return client.send(request(path).GET().build(), BodyHandlers.ofByteArray()).body();
    } catch (IOException e) {
      throw new UncheckedIOException("the gateway does not answer", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Tells the API to do something. */
  Reply posts(String path) {
    return send("POST", path);
  }

  /** Hands the API a document. */
  Reply posts(String path, String type, byte[] document) {
    return send(
        request(path)
            .header("Content-Type", type)
            .POST(BodyPublishers.ofByteArray(document))
            .build());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(gateway.resolve(path))
        .header("Authorization", "Bearer " + token)
        .header("Accept-Language", "en");
  }

  private Reply send(String method, String path) {
    return send(request(path).method(method, BodyPublishers.noBody()).build());
  }

  private Reply send(HttpRequest request) {
    try {
      HttpResponse<byte[]> response = client.send(request, BodyHandlers.ofByteArray());
      String type = response.headers().firstValue("Content-Type").orElse("");
      return Reply.of(response.statusCode(), type, response.body());
    } catch (IOException e) {
      throw new UncheckedIOException("the gateway does not answer", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
