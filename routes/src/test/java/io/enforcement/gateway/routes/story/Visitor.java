package io.enforcement.gateway.routes.story;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Somebody at the console: keeps cookies, follows links, fills in forms; runs no script. */
final class Visitor {

  /** What everybody chooses once they have signed in with their first password. */
  static final String PASSWORD = "chosen by the story itself";

  private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

  private final HttpClient client =
      HttpClient.newBuilder()
          .cookieHandler(new CookieManager())
          .followRedirects(Redirect.ALWAYS)
          .build();

  private final URI gateway;

  Visitor(URI gateway) {
    this.gateway = gateway;
  }

  /** Signs in with a password that somebody else gave, and chooses another. */
  Visitor begins(String name, String firstPassword) {
    signsIn(name, firstPassword);
    submits(
        "/console/password",
        "/console/password",
        Map.of("present", firstPassword, "wanted", PASSWORD, "again", PASSWORD));
    return this;
  }

  HttpResponse<String> signsIn(String name, String password) {
    return submits(
        "/console/sign-in",
        "/console/sign-in",
        Map.of("name", name, "password", password, "code", ""));
  }

  HttpResponse<String> opens(String path) {
    return send(HttpRequest.newBuilder(gateway.resolve(path)).build());
  }

  /** Asks for a part of a page, as the script in the page does. */
  HttpResponse<String> opensPart(String path) {
    return send(HttpRequest.newBuilder(gateway.resolve(path)).header("HX-Request", "true").build());
  }

  /** Fills in a form of the page and sends it. */
  HttpResponse<String> submits(String page, String action, Map<String, String> fields) {
    Matcher token = CSRF.matcher(opens(page).body());
    Map<String, String> all = new TreeMap<>(fields);
    if (token.find()) {
      all.put("_csrf", token.group(1));
    }
    return posts(action, all);
  }

  /** Sends a form that no page of ours gave. */
  HttpResponse<String> posts(String action, Map<String, String> fields) {
    String body =
        fields.entrySet().stream()
            .map(f -> f.getKey() + "=" + URLEncoder.encode(f.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    return send(
        HttpRequest.newBuilder(gateway.resolve(action))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(body))
            .build());
  }

  private HttpResponse<String> send(HttpRequest request) {
    try {
      return client.send(request, BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException("the gateway does not answer", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
