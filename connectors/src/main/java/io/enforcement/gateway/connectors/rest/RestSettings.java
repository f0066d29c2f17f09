package io.enforcement.gateway.connectors.rest;

import io.enforcement.gateway.connectors.ConnectorSettings;
import io.enforcement.gateway.connectors.http.HttpSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.hc.core5.http.NameValuePair;
import org.apache.hc.core5.http.message.BasicNameValuePair;

/**
 * The checked settings of one partner's one exchange over HTTP.
 *
 * @param target absolute address template of the POST; may hold {@code {key}}
 * @param ask absolute address template of the question, when the partner can be asked
 * @param form absent: the document is the body
 */
record RestSettings(
    HttpSettings http,
    String target,
    Optional<String> ask,
    String method,
    String contentType,
    Optional<FormBody> form,
    Optional<ReplyContract> accepted) {

  private static final Set<String> METHODS = Set.of("POST", "PUT");

  /** Settings of this beginning are further fields of the form. */
  private static final String FORM_FIELD = "form.";

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
        form(settings),
        settings.optional("accepted").map(text -> contract(settings, text)));
  }

  private static Optional<FormBody> form(ConnectorSettings settings) {
    return switch (settings.optional("body").orElse("document")) {
      case "document" -> Optional.empty();
      case "form" ->
          Optional.of(
              new FormBody(settings.required("form-field"), others(settings), settings.charset()));
      default -> throw settings.wrong("body", "is neither document nor form", null);
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
      throw settings.wrong("accepted", "is neither /json/pointer=value nor element=value", e);
    }
  }
}
