package io.enforcement.gateway.benchmarks.crash;

import io.enforcement.gateway.benchmarks.traffic.SignedRequest;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.function.Supplier;

/** One partner at the gateway's door for files. Thread-safe. */
final class AttachmentClient {

  static final String PREFIX = "sha256:";

  private static final String PDF = "application/pdf";
  private static final byte[] NOTHING = {};

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final int port;
  private final SignedRequest signature;

  /**
   * What the gateway says of an upload.
   *
   * @param bytes how many are there
   * @param whole nothing is left to do
   */
  record Held(long bytes, boolean whole) {

    static final Held NOTHING = new Held(0, false);
  }

  AttachmentClient(int port, SignedRequest signature) {
    this.port = port;
    this.signature = signature;
  }

  /** Sends a file from this byte on; returns the status. */
  int bring(String digest, long offset, byte[] rest, Supplier<InputStream> bytes)
      throws IOException, InterruptedException {
    Map<String, String> more =
        offset == 0
            ? Map.of("Content-Type", PDF)
            : Map.of("Content-Type", PDF, "Upload-Offset", Long.toString(offset));
    String method = offset == 0 ? "PUT" : "PATCH";
    BodyPublisher body = BodyPublishers.ofInputStream(bytes);
    return send(method, path(digest), sha256(rest), more, body).statusCode();
  }

  /** How much of a file the gateway says that it holds. */
  Held held(String digest) throws IOException, InterruptedException {
    HttpResponse<byte[]> answer =
        send("HEAD", path(digest), sha256(NOTHING), Map.of(), BodyPublishers.noBody());
    return switch (answer.statusCode()) {
      case 200 ->
          new Held(
              answer.headers().firstValueAsLong("Upload-Offset").orElse(0),
              answer.headers().firstValue("Upload-Complete").orElse("").equals("?1"));
      case 404 -> Held.NOTHING;
      default -> throw new IOException("it cannot tell now: " + answer.statusCode());
    };
  }

  HttpResponse<byte[]> fetch(String digest) throws IOException, InterruptedException {
    return send("GET", path(digest), sha256(NOTHING), Map.of(), BodyPublishers.noBody());
  }

  int confirm(String digest) throws IOException, InterruptedException {
    byte[] body = digest.getBytes(StandardCharsets.UTF_8);
    return send(
            "POST",
            path(digest) + "/confirmation",
            sha256(body),
            Map.of("Content-Type", "text/plain"),
            BodyPublishers.ofByteArray(body))
        .statusCode();
  }

  private HttpResponse<byte[]> send(
      String method, String path, String sha256, Map<String, String> more, BodyPublisher body)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
            .timeout(Duration.ofSeconds(30))
            .method(method, body);
    signature.ofStream(method, path, sha256).forEach(request::setHeader);
    more.forEach(request::setHeader);
    return client.send(request.build(), BodyHandlers.ofByteArray());
  }

  private static String path(String digest) {
    return "/api/v1/attachments/" + digest;
  }

  static String digest(byte[] bytes) {
    return PREFIX + sha256(bytes);
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
