package io.enforcement.gateway.routes.story;

import io.enforcement.gateway.connectors.Secret;
import io.enforcement.gateway.connectors.rest.RequestSignature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import javax.net.ssl.SSLContext;

/** One partner's desk for the gateway's HTTP API: every request carries the partner's proof. */
final class Desk {

  static final String QUERIES = "/api/v1/queries";

  /** The headers that prove who sends, in the way that was agreed with the partner. */
  @FunctionalInterface
  interface Proof {
    Map<String, String> headers(String method, String path, byte[] body);
  }

  private final HttpClient client;
  private final URI gateway;
  private final Proof proof;

  /** A desk that signs in the gateway's own way. */
  Desk(URI gateway, String partner, Secret secret) {
    this(gateway, signing(partner, secret));
  }

  Desk(URI gateway, Proof proof) {
    this(HttpClient.newBuilder(), gateway, proof);
  }

  /** The same over TLS. */
  Desk(SSLContext tls, URI gateway, Proof proof) {
    this(HttpClient.newBuilder().sslContext(tls), gateway, proof);
  }

  private Desk(HttpClient.Builder client, URI gateway, Proof proof) {
    this.client = client.version(HttpClient.Version.HTTP_1_1).build();
    this.gateway = gateway;
    this.proof = proof;
  }

  /** The gateway's own way. */
  static Proof signing(String partner, Secret secret) {
    return (method, path, body) -> signed(partner, secret, method, path, body);
  }

  /** Sends a document under a key of its own. */
  Reply sends(Paper paper) {
    return sends("story-" + UUID.randomUUID(), paper);
  }

  Reply sends(String key, Paper paper) {
    return posts(paper.exchange(), key, "application/json", paper.bytes());
  }

  Reply posts(String exchange, String key, String contentType, byte[] body) {
    return posts(exchange, key, contentType, body, Map.of());
  }

  Reply posts(
      String exchange, String key, String contentType, byte[] body, Map<String, String> more) {
    Map<String, String> headers = signature("POST", "/api/v1/exchanges/" + exchange, body);
    headers.put("Idempotency-Key", key);
    headers.put("Content-Type", contentType);
    headers.putAll(more);
    return send("POST", "/api/v1/exchanges/" + exchange, headers, body);
  }

  /** Asks a question that is answered at once. */
  Reply asks(String contentType, byte[] query) {
    return asks(contentType, query, signature("POST", QUERIES, query));
  }

  /** Asks with a signature that was made before. */
  Reply asks(String contentType, byte[] query, Map<String, String> signature) {
    Map<String, String> headers = new LinkedHashMap<>(signature);
    headers.put("Content-Type", contentType);
    return send("POST", QUERIES, headers, query);
  }

  /** The status of a message that this partner sent. */
  MessageStatus looksUp(Reply receipt) {
    return new MessageStatus(reads(receipt.json().path("statusUrl").asString()).json());
  }

  Reply reads(String path) {
    return send("GET", path, signature("GET", path, new byte[0]), new byte[0]);
  }

  /** Fetches from the outbox; the query may be empty. */
  Reply fetches(String query) {
    return reads("/api/v1/outbox" + (query.isEmpty() ? "" : "?" + query));
  }

  Reply acknowledges(String deliveryKey, String acknowledgement) {
    String path = "/api/v1/outbox/" + deliveryKey + "/acknowledgement";
    byte[] body = acknowledgement.getBytes(StandardCharsets.UTF_8);
    Map<String, String> headers = signature("POST", path, body);
    headers.put("Content-Type", "application/json");
    return send("POST", path, headers, body);
  }

  /** The headers that prove who sends these bytes. */
  Map<String, String> signature(String method, String path, byte[] body) {
    return new LinkedHashMap<>(proof.headers(method, path, body));
  }

  private static Map<String, String> signed(
      String partner, Secret secret, String method, String path, byte[] body) {
    String timestamp = Long.toString(System.currentTimeMillis());
    String nonce = UUID.randomUUID().toString();
    URI uri = URI.create(path);
    String canonical =
        RequestSignature.canonical(
            method, uri.getRawPath(), uri.getRawQuery(), body, timestamp, nonce);
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("X-App-Key", partner);
    headers.put("X-Timestamp", timestamp);
    headers.put("X-Nonce", nonce);
    headers.put("X-Signature", RequestSignature.sign(secret, canonical));
    return headers;
  }

  private Reply send(String method, String path, Map<String, String> headers, byte[] body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(gateway.resolve(path))
            .timeout(Duration.ofSeconds(30))
            .header("Accept-Language", "en")
            .method(method, BodyPublishers.ofByteArray(body));
    headers.forEach(request::setHeader);
    try {
      HttpResponse<byte[]> response = client.send(request.build(), BodyHandlers.ofByteArray());
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
