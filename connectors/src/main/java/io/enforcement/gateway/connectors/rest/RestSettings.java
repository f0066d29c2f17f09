package io.enforcement.gateway.connectors.rest;

import io.enforcement.gateway.connectors.ConnectorSettings;
import io.enforcement.gateway.connectors.Secret;
import io.enforcement.gateway.connectors.http.HttpSettings;
import java.util.Optional;
import java.util.Set;

/**
 * The checked settings of one partner's one exchange over HTTP.
 *
 * @param target absolute address template of the POST; may hold {@code {key}}
 * @param ask absolute address template of the question, when the partner can be asked
 * @param secret absent: requests are not signed
 */
record RestSettings(
    HttpSettings http,
    String target,
    Optional<String> ask,
    String method,
    String contentType,
    String appKey,
    Optional<Secret> secret,
    Optional<ReplyContract> accepted) {

  private static final Set<String> METHODS = Set.of("POST", "PUT");

  /**
   * @throws IllegalArgumentException naming the partner and the setting that is wrong
   */
  static RestSettings of(ConnectorSettings settings) {
    HttpSettings http = HttpSettings.of(settings);
    return new RestSettings(
        http,
        http.address(settings.optional("path").orElse("")),
        settings.optional("ask-path").map(http::address),
        method(settings),
        settings.optional("content-type").orElse("application/json"),
        settings.optional("app-key").orElse("enforcement-gateway"),
        settings.optional("credentials").map(name -> settings.secret("credentials")),
        settings.optional("accepted").map(text -> contract(settings, text)));
  }

  private static String method(ConnectorSettings settings) {
    String method = settings.optional("method").orElse("POST");
    if (!METHODS.contains(method)) {
      throw settings.wrong("method", "is neither POST nor PUT", null);
    }
    return method;
  }

  private static ReplyContract contract(ConnectorSettings settings, String text) {
    try {
      return ReplyContract.parse(text);
    } catch (IllegalArgumentException e) {
      throw settings.wrong("accepted", "is not a JSON pointer and a value, like /status=OK", e);
    }
  }
}
