package io.enforcement.gateway.connectors.rest;

import io.enforcement.gateway.connectors.ConnectorSettings;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.hc.core5.http.NameValuePair;
import org.apache.hc.core5.http.message.BasicNameValuePair;

/**
 * The checked settings of one partner's one exchange over HTTP.
 *
 * @param target absolute address template of the POST; may hold {@code {key}}
 * @param ask absolute address template of the question, when the partner can be asked
 * @param form absent: the document is the body
 * @param busy statuses of this partner that mean "not processed, come again"
 */
record RestSettings(
    String target,
    Optional<String> ask,
    String method,
    String contentType,
    Optional<FormBody> form,
    Optional<ReplyContract> accepted,
    Set<Integer> busy,
    boolean loopbackAllowed,
    Duration connectTimeout,
    Duration requestTimeout) {

  private static final Set<String> METHODS = Set.of("POST", "PUT");

  /** Settings of this beginning are further fields of the form. */
  private static final String FORM_FIELD = "form.";

  /**
   * @throws IllegalArgumentException naming the partner and the setting that is wrong
   */
  static RestSettings of(ConnectorSettings settings) {
    URI endpoint = endpoint(settings);
    String base = endpoint.toString();
    return new RestSettings(
        join(base, settings.optional("path").orElse("")),
        settings.optional("ask-path").map(path -> join(base, path)),
        method(settings),
        settings.optional("content-type").orElse("application/json"),
        form(settings),
        settings.optional("accepted").map(text -> contract(settings, text)),
        settings.optional("busy-status").map(text -> statuses(settings, text)).orElse(Set.of()),
        settings.optional("allow-loopback").map(Boolean::parseBoolean).orElse(false),
        settings.duration("connect-timeout", Duration.ofSeconds(5)),
        settings.duration("request-timeout", Duration.ofSeconds(30)));
  }

  /** The absolute address of a path at the partner's endpoint. */
  static String address(ConnectorSettings settings, String path) {
    return join(endpoint(settings).toString(), path);
  }

  private static Optional<FormBody> form(ConnectorSettings settings) {
    return switch (settings.optional("body").orElse("document")) {
      case "document" -> Optional.empty();
      case "form" ->
          Optional.of(
              new FormBody(settings.required("form-field"), others(settings), charset(settings)));
      default -> throw wrong(settings, "body", "is neither document nor form", null);
    };
  }

  private static List<NameValuePair> others(ConnectorSettings settings) {
    List<NameValuePair> others = new ArrayList<>();
    new TreeMap<>(settings.values())
        .tailMap(FORM_FIELD)
        .headMap(FORM_FIELD + Character.MAX_VALUE)
        .forEach(
            (name, value) ->
                others.add(new BasicNameValuePair(name.substring(FORM_FIELD.length()), value)));
    return List.copyOf(others);
  }

  private static Charset charset(ConnectorSettings settings) {
    return switch (settings.optional("charset").orElse("UTF-8")) {
      case "UTF-8" -> StandardCharsets.UTF_8;
      case "GB18030" -> Charset.forName("GB18030");
      default -> throw wrong(settings, "charset", "is neither UTF-8 nor GB18030", null);
    };
  }

  private static URI endpoint(ConnectorSettings settings) {
    URI endpoint;
    try {
      endpoint = URI.create(settings.required("endpoint"));
    } catch (IllegalArgumentException e) {
      throw wrong(settings, "endpoint", "is missing or not an address", e);
    }
    String scheme = endpoint.getScheme() == null ? "" : endpoint.getScheme();
    if (!Set.of("http", "https").contains(scheme) || endpoint.getHost() == null) {
      throw wrong(settings, "endpoint", "is not an http or https address", null);
    }
    if (endpoint.getRawUserInfo() != null
        || endpoint.getRawQuery() != null
        || endpoint.getRawFragment() != null) {
      throw wrong(settings, "endpoint", "holds user, query or fragment", null);
    }
    if (!allowed(settings, authority(endpoint)).contains(authority(endpoint))) {
      throw wrong(settings, "endpoint", "is not in the setting allowed", null);
    }
    return endpoint;
  }

  private static Set<String> allowed(ConnectorSettings settings, String own) {
    return Arrays.stream(settings.optional("allowed").orElse(own).split(","))
        .map(entry -> entry.strip().toLowerCase(Locale.ROOT))
        .collect(Collectors.toUnmodifiableSet());
  }

  private static String authority(URI endpoint) {
    int standard = endpoint.getScheme().equals("https") ? 443 : 80;
    int port = endpoint.getPort() < 0 ? standard : endpoint.getPort();
    return endpoint.getHost().toLowerCase(Locale.ROOT) + ":" + port;
  }

  private static String join(String base, String path) {
    if (path.isEmpty()) {
      return base;
    }
    String start = base.endsWith("/") ? base.substring(0, base.length() - 1) : base;
    return start + (path.startsWith("/") ? path : "/" + path);
  }

  private static String method(ConnectorSettings settings) {
    String method = settings.optional("method").orElse("POST");
    if (!METHODS.contains(method)) {
      throw wrong(settings, "method", "is neither POST nor PUT", null);
    }
    return method;
  }

  private static ReplyContract contract(ConnectorSettings settings, String text) {
    try {
      return ReplyContract.parse(text);
    } catch (IllegalArgumentException e) {
      throw wrong(settings, "accepted", "is neither /json/pointer=value nor element=value", e);
    }
  }

  private static Set<Integer> statuses(ConnectorSettings settings, String text) {
    try {
      return Arrays.stream(text.split(","))
          .map(status -> Integer.valueOf(status.strip()))
          .collect(Collectors.toUnmodifiableSet());
    } catch (NumberFormatException e) {
      throw wrong(settings, "busy-status", "is not a list of HTTP statuses", e);
    }
  }

  static IllegalArgumentException wrong(
      ConnectorSettings settings, String name, String what, Exception cause) {
    return new IllegalArgumentException(
        "partner " + settings.partner() + ": setting " + name + " " + what, cause);
  }
}
