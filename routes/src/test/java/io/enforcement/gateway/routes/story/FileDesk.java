package io.enforcement.gateway.routes.story;

import io.enforcement.gateway.connectors.Secret;
import io.enforcement.gateway.connectors.rest.RequestSignature;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

/** One partner's desk for files: every request is signed, a large body by its digest. */
final class FileDesk {

  static final String PDF = "application/pdf";

  private static final byte[] NOTHING = {};

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final URI gateway;
  private final String partner;
  private final Secret secret;

  FileDesk(URI gateway, String partner, Secret secret) {
    this.gateway = gateway;
    this.partner = partner;
    this.secret = secret;
  }

  HttpResponse<String> puts(String digest, String type, byte[] bytes) {
    return puts(digest, type, sha256(bytes), BodyPublishers.ofByteArray(bytes));
  }

  /** A file that this program never holds as a whole either. */
  HttpResponse<String> puts(String digest, String sha256, Supplier<InputStream> bytes) {
    return puts(digest, PDF, sha256, BodyPublishers.ofInputStream(bytes));
  }

  private HttpResponse<String> puts(String digest, String type, String sha256, BodyPublisher body) {
    return send("PUT", digest, sha256, Map.of("Content-Type", type), body, BodyHandlers.ofString());
  }

  HttpResponse<String> continues(String digest, byte[] whole, int offset) {
    byte[] rest = Arrays.copyOfRange(whole, offset, whole.length);
    Map<String, String> more =
        Map.of("Content-Type", PDF, "Upload-Offset", Integer.toString(offset));
    return send(
        "PATCH",
        digest,
        sha256(rest),
        more,
        BodyPublishers.ofByteArray(rest),
        BodyHandlers.ofString());
  }

  /** Sends so many bytes of a file and hangs up. */
  void breaksOff(String digest, byte[] whole, int after) {
    StringBuilder head =
        new StringBuilder("PUT " + path(digest) + " HTTP/1.1\r\nHost: gateway\r\n");
    headers("PUT", digest, sha256(whole))
        .forEach((name, value) -> head.append(name + ": " + value + "\r\n"));
    head.append("Content-Type: " + PDF + "\r\nContent-Length: " + whole.length + "\r\n\r\n");
    try (Socket socket = new Socket(gateway.getHost(), gateway.getPort())) {
      socket.getOutputStream().write(head.toString().getBytes(StandardCharsets.ISO_8859_1));
      socket.getOutputStream().write(whole, 0, after);
      socket.getOutputStream().flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  HttpResponse<Void> asks(String digest) {
    return send(
        "HEAD",
        digest,
        sha256(NOTHING),
        Map.of(),
        BodyPublishers.noBody(),
        BodyHandlers.discarding());
  }

  HttpResponse<byte[]> fetches(String digest) {
    return fetches(digest, Map.of());
  }

  HttpResponse<byte[]> fetches(String digest, Map<String, String> more) {
    return fetches(digest, more, BodyHandlers.ofByteArray());
  }

  <T> HttpResponse<T> fetches(String digest, Map<String, String> more, BodyHandler<T> as) {
    return send("GET", digest, sha256(NOTHING), more, BodyPublishers.noBody(), as);
  }

  HttpResponse<String> confirms(String digest, String computed) {
    byte[] body = computed.getBytes(StandardCharsets.UTF_8);
    return send(
        "POST",
        digest + "/confirmation",
        sha256(body),
        Map.of("Content-Type", "text/plain"),
        BodyPublishers.ofByteArray(body),
        BodyHandlers.ofString());
  }

  static String sha256(byte[] bytes) {
    return RequestSignature.digest(bytes);
  }

  private static String path(String digest) {
    return "/api/v1/attachments/" + digest;
  }

  private Map<String, String> headers(String method, String digest, String sha256) {
    String timestamp = Long.toString(System.currentTimeMillis());
    String nonce = UUID.randomUUID().toString();
    String canonical =
        RequestSignature.canonical(method, path(digest), null, sha256, timestamp, nonce);
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("X-App-Key", partner);
    headers.put("X-Timestamp", timestamp);
    headers.put("X-Nonce", nonce);
    headers.put("X-Signature", RequestSignature.sign(secret, canonical));
    headers.put("X-Content-SHA256", sha256);
    return headers;
  }

  private <T> HttpResponse<T> send(
      String method,
      String digest,
      String sha256,
      Map<String, String> more,
      BodyPublisher body,
      BodyHandler<T> as) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(gateway.resolve(path(digest)))
            .timeout(Duration.ofSeconds(60))
            .header("Accept-Language", "en")
            .method(method, body);
    headers(method, digest, sha256).forEach(request::setHeader);
    more.forEach(request::setHeader);
    try {
      return client.send(request.build(), as);
    } catch (IOException e) {
      throw new UncheckedIOException("the gateway does not answer", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
