package io.enforcement.gateway.connectors.soap;

import io.enforcement.gateway.connectors.ConnectorSettings;
import io.enforcement.gateway.connectors.Secret;
import io.enforcement.gateway.connectors.http.HttpSettings;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.Optional;
import org.apache.hc.core5.http.HttpRequest;

/**
 * How we show the partner who we are: not at all, by HTTP basic (RFC 7617, UTF-8) or by a {@link
 * UsernameToken}. Thread-safe.
 */
sealed interface SoapAuth {

  /**
   * From the settings {@code auth}, {@code user} and {@code credentials}.
   *
   * @throws IllegalArgumentException naming the partner and the setting that is wrong
   */
  static SoapAuth of(ConnectorSettings settings, HttpSettings http) {
    return switch (settings.optional("auth").orElse("none")) {
      case "none" -> new None();
      case "basic" -> {
        if (!http.endpoint().getScheme().equals("https") && !http.loopbackAllowed()) {
          throw settings.wrong("auth", "basic would show the secret: it needs https", null);
        }
        yield new Basic(settings.required("user"), settings.secret("credentials"));
      }
      case "username-token" ->
          new Token(settings.required("user"), settings.secret("credentials"), Clock.systemUTC());
      default -> throw settings.wrong("auth", "is not one of none, basic, username-token", null);
    };
  }

  /** Adds what belongs into the HTTP headers. */
  default void addTo(HttpRequest request) {}

  /** A fresh token for the SOAP header, if that is the way. */
  default Optional<UsernameToken> token() {
    return Optional.empty();
  }

  /** The partner knows us by the line. */
  record None() implements SoapAuth {}

  /** User and secret in every request, so only inside TLS. */
  record Basic(String user, Secret secret) implements SoapAuth {
    @Override
    public void addTo(HttpRequest request) {
      byte[] pair = (user + ":" + secret.reveal()).getBytes(StandardCharsets.UTF_8);
      request.setHeader("Authorization", "Basic " + Base64.getEncoder().encodeToString(pair));
    }
  }

  /** A digest of secret, nonce and moment in every envelope. */
  record Token(String user, Secret secret, Clock clock) implements SoapAuth {
    @Override
    public Optional<UsernameToken> token() {
      return Optional.of(UsernameToken.of(user, secret, clock));
    }
  }
}
