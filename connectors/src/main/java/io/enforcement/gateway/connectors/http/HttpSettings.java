package io.enforcement.gateway.connectors.http;

import io.enforcement.gateway.connectors.ConnectorSettings;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;

/**
 * What every transport over HTTP must know of a partner: {@code endpoint}, {@code allowed}, {@code
 * busy-status}, {@code allow-loopback}, {@code connect-timeout}, {@code request-timeout}, and the
 * certificates of {@link ClientTls}.
 *
 * @param endpoint absolute http or https address without user, query and fragment, on the
 *     allow-list
 * @param busy statuses of this partner that mean "not processed, come again"
 * @param loopbackAllowed whether the partner may live on this machine (sandbox, tests)
 * @param tls what both sides show and trust over https
 */
public record HttpSettings(
    URI endpoint,
    Set<Integer> busy,
    boolean loopbackAllowed,
    Duration connectTimeout,
    Duration requestTimeout,
    TlsSocketStrategy tls) {

  /**
   * @throws IllegalArgumentException naming the partner and the setting that is wrong
   */
  public static HttpSettings of(ConnectorSettings settings) {
    return new HttpSettings(
        endpoint(settings),
        settings.optional("busy-status").map(text -> statuses(settings, text)).orElse(Set.of()),
        settings.optional("allow-loopback").map(Boolean::parseBoolean).orElse(false),
        settings.duration("connect-timeout", Duration.ofSeconds(5)),
        settings.duration("request-timeout", Duration.ofSeconds(30)),
        ClientTls.of(settings));
  }

  /** The address of a path below the endpoint; an empty path is the endpoint itself. */
  public String address(String path) {
    String base = endpoint.toString();
    if (path.isEmpty()) {
      return base;
    }
    String start = base.endsWith("/") ? base.substring(0, base.length() - 1) : base;
    return start + (path.startsWith("/") ? path : "/" + path);
  }

  private static URI endpoint(ConnectorSettings settings) {
    URI endpoint;
    try {
      endpoint = URI.create(settings.required("endpoint"));
    } catch (IllegalArgumentException e) {
      throw settings.wrong("endpoint", "is missing or not an address", e);
    }
    String scheme = endpoint.getScheme() == null ? "" : endpoint.getScheme();
    if (!Set.of("http", "https").contains(scheme) || endpoint.getHost() == null) {
      throw settings.wrong("endpoint", "is not an http or https address", null);
    }
    if (endpoint.getRawUserInfo() != null
        || endpoint.getRawQuery() != null
        || endpoint.getRawFragment() != null) {
      throw settings.wrong("endpoint", "holds user, query or fragment", null);
    }
    if (!allowed(settings, authority(endpoint)).contains(authority(endpoint))) {
      throw settings.wrong("endpoint", "is not in the setting allowed", null);
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

  private static Set<Integer> statuses(ConnectorSettings settings, String text) {
    try {
      return Arrays.stream(text.split(","))
          .map(status -> Integer.valueOf(status.strip()))
          .collect(Collectors.toUnmodifiableSet());
    } catch (NumberFormatException e) {
      throw settings.wrong("busy-status", "is not a list of HTTP statuses", e);
    }
  }
}
