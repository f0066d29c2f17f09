package io.enforcement.gateway.routes.security;

import io.enforcement.gateway.connectors.Secret;
import io.enforcement.gateway.connectors.rest.RequestSignature;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** A program that calls the gateway: signs honestly unless told to differ. */
final class Caller {

  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private final int port;
  private final String method;
  private final String target;
  private final Map<String, String> headers = new LinkedHashMap<>();
  private byte[] body = new byte[0];
  private boolean chunked;

  private Caller(int port, String method, String target) {
    this.port = port;
    this.method = method;
    this.target = target;
  }

  static Caller to(int port, String method, String target) {
    return new Caller(port, method, target);
  }

  Caller body(String text) {
    body = text.getBytes(StandardCharsets.UTF_8);
    return this;
  }

  Caller chunked() {
    chunked = true;
    return this;
  }

  Caller header(String name, String value) {
    headers.put(name, value);
    return this;
  }

  Caller bearer(String token) {
    return header("Authorization", "Bearer " + token);
  }

  Caller signed(String partner, Secret secret) {
    return signed(partner, secret, Instant.now(), nonce());
  }

  Caller signed(String partner, Secret secret, Instant at, String nonce) {
    String[] parts = target.split("\\?", 2);
    String timestamp = Long.toString(at.toEpochMilli());
    String canonical =
        RequestSignature.canonical(
            method, parts[0], parts.length == 2 ? parts[1] : null, body, timestamp, nonce);
    return header("X-App-Key", partner)
        .header("X-Timestamp", timestamp)
        .header("X-Nonce", nonce)
        .header("X-Signature", RequestSignature.sign(secret, canonical));
  }

  static String nonce() {
    return UUID.randomUUID().toString();
  }

  HttpResponse<String> send() throws IOException, InterruptedException {
    return sendTo(target);
  }

  HttpResponse<String> sendTo(String other) throws IOException, InterruptedException {
    var publisher = BodyPublishers.ofByteArray(body);
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + other))
            .method(method, chunked ? BodyPublishers.fromPublisher(publisher) : publisher);
    headers.forEach(request::header);
    return CLIENT.send(request.build(), BodyHandlers.ofString());
  }
}
