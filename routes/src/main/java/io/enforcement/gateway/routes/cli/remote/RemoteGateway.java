package io.enforcement.gateway.routes.cli.remote;

import io.enforcement.gateway.routes.CannotStart;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Locale;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A running gateway, asked over its API in the name of a person: a command has just the rights of
 * whose token it carries.
 */
public final class RemoteGateway {

  private static final String TOKEN = "GATEWAY_TOKEN";
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** A change waits until the workers of the partner rest. */
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  @Option(names = "--url", paramLabel = "URL", descriptionKey = "remote.url")
  private URI url = URI.create("http://127.0.0.1:8080");

  @Option(names = "--token-file", paramLabel = "FILE", descriptionKey = "remote.token-file")
  private Path tokenFile;

  @Spec(Target.MIXEE)
  private CommandSpec spec;

  private Locale locale = Locale.getDefault();

  /** The same gateway, asked in this language. */
  RemoteGateway in(Locale wished) {
    locale = wished;
    return this;
  }

  /** What the gateway answered: JSON, whatever the status. */
  public record Reply(int status, JsonNode json) {

    public boolean isGood() {
      return status >= 200 && status < 300;
    }

    /** Why not, in one line, for what is not told by findings of its own. */
    public String complaint() {
      return "%s (%d): %s %s"
          .formatted(
              json.path("title").asString(""),
              status,
              json.path("expected").asString(json.path("detail").asString("")),
              json.path("fix").asString(""))
          .strip();
    }
  }

  public Reply get(String path) {
    return send(request(path).GET());
  }

  public Reply post(String path) {
    return send(request(path).POST(BodyPublishers.noBody()));
  }

  public Reply post(String path, String type, byte[] body) {
    BodyPublisher bytes = BodyPublishers.ofByteArray(body);
    return send(request(path).header("Content-Type", type).POST(bytes));
  }

  public Reply delete(String path) {
    return send(request(path).DELETE());
  }

  /**
   * Writes what is at a path into a file, however long it is.
   *
   * @return the answer without its body, or the refusal, and then there is no file
   */
  public Reply save(String path, Path file) {
    try {
      HttpResponse<InputStream> response =
          client().send(request(path).GET().build(), BodyHandlers.ofInputStream());
      try (InputStream body = response.body()) {
        if (response.statusCode() != 200) {
          return new Reply(response.statusCode(), JSON.readTree(body.readAllBytes()));
        }
        Files.copy(body, file, StandardCopyOption.REPLACE_EXISTING);
        return new Reply(response.statusCode(), JSON.nullNode());
      }
    } catch (IOException e) {
      throw new UncheckedIOException("no gateway answers at " + url + ", or no room for a file", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static HttpClient client() {
    return HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(url.resolve(path))
        .timeout(PATIENCE)
        .header("Accept", "application/json")
        .header("Accept-Language", locale.toLanguageTag())
        .header("Authorization", "Bearer " + token());
  }

  private Reply send(HttpRequest.Builder request) {
    try {
      HttpResponse<byte[]> response = client().send(request.build(), BodyHandlers.ofByteArray());
      byte[] body = response.body();
      return new Reply(
          response.statusCode(), body.length == 0 ? JSON.nullNode() : JSON.readTree(body));
    } catch (IOException e) {
      throw new CannotStart(
          "No gateway answers at " + url + "; is it running, and is --url right?", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private String token() {
    String token;
    try {
      token = tokenFile == null ? System.getenv(TOKEN) : Files.readString(tokenFile);
    } catch (IOException e) {
      throw misused(
          "--token-file " + tokenFile + "：无法读取",
          "--token-file " + tokenFile + ": the file cannot be read");
    }
    if (token != null && !token.isBlank()) {
      return token.strip();
    }
    if (tokenFile != null) {
      throw misused(
          "--token-file " + tokenFile + "：文件为空，其中应为一名人员的令牌",
          "--token-file " + tokenFile + ": the file is empty; the token of a person belongs there");
    }
    throw misused(
        "请用 --token-file FILE 或环境变量 " + TOKEN + " 给出令牌",
        "a token is needed: --token-file FILE, or the environment variable " + TOKEN);
  }

  private ParameterException misused(String chinese, String english) {
    boolean isChinese = locale.getLanguage().equals(Locale.CHINESE.getLanguage());
    return new ParameterException(spec.commandLine(), isChinese ? chinese : english);
  }
}
