package io.enforcement.gateway.connectors.rest;

import io.enforcement.gateway.connectors.Dispatch;
import io.enforcement.gateway.connectors.http.PlainKey;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.NameValuePair;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;

/**
 * One kind of request to one partner, prepared as far as it does not depend on the delivery.
 * Thread-safe.
 */
final class RequestTemplate {

  private static final String KEY = "{key}";
  private static final byte[] NO_BODY = {};

  private final String method;
  private final String target;
  private final boolean keyed;
  private final boolean question;
  private final ContentType contentType;
  private final URI sample;
  private final Optional<FormBody> form;
  private final RequestProfile profile;

  /** A request that is ready to leave, and the proof that it carries. */
  record Ready(HttpUriRequestBase request, RequestProfile.Proof proof) {}

  private RequestTemplate(
      String method, String target, RestSettings settings, RequestProfile profile) {
    this.method = method;
    this.target = target;
    this.keyed = target.contains(KEY);
    this.question = method.equals("GET");
    this.sample = URI.create(target.replace(KEY, "key"));
    this.form = question ? Optional.empty() : settings.form();
    this.profile = profile;
    this.contentType =
        form.map(f -> ContentType.APPLICATION_FORM_URLENCODED.withCharset(f.charset()))
            .orElseGet(() -> ContentType.parse(settings.contentType()));
  }

  /**
   * The request that brings a document.
   *
   * @throws IllegalArgumentException when the target is not an address
   */
  static RequestTemplate sending(RestSettings settings, RequestProfile profile) {
    return new RequestTemplate(settings.method(), settings.target(), settings, profile);
  }

  /**
   * The question whether the partner has a document, when it can be asked.
   *
   * @throws IllegalArgumentException when the target is not an address
   */
  static Optional<RequestTemplate> asking(RestSettings settings, RequestProfile profile) {
    return settings.ask().map(target -> new RequestTemplate("GET", target, settings, profile));
  }

  /**
   * @throws NotSent when the request cannot be made or proven now
   */
  Ready of(Dispatch dispatch) throws NotSent {
    String key = PlainKey.checked(dispatch.key());
    List<NameValuePair> fields = profile.fields();
    URI uri = uri(key, form.isPresent() ? List.of() : fields);
    byte[] body = question ? NO_BODY : body(dispatch, fields);
    HttpUriRequestBase request = new HttpUriRequestBase(method, uri);
    if (!question) {
      request.setEntity(new ByteArrayEntity(body, contentType));
    }
    request.setHeader("Idempotency-Key", key);
    return new Ready(request, profile.prove(request, uri, body));
  }

  private byte[] body(Dispatch dispatch, List<NameValuePair> fields) throws NotSent {
    return form.isPresent() ? form.get().of(dispatch.body(), fields) : dispatch.body();
  }

  private URI uri(String key, List<NameValuePair> fields) {
    URI uri = keyed ? URI.create(target.replace(KEY, key)) : sample;
    if (fields.isEmpty()) {
      return uri;
    }
    StringBuilder query = new StringBuilder(uri.getRawQuery() == null ? "" : uri.getRawQuery());
    FormBody.append(query, fields, StandardCharsets.UTF_8);
    String text = uri.toString();
    int end = text.indexOf('?');
    return URI.create((end < 0 ? text : text.substring(0, end)) + '?' + query);
  }
}
