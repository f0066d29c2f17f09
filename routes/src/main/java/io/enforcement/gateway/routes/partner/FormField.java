package io.enforcement.gateway.routes.partner;

import io.enforcement.gateway.connectors.ConnectorSettings;
import io.enforcement.gateway.standards.validation.Finding;
import io.enforcement.gateway.standards.validation.Rejected;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A document that comes as one field of a form. The form is read strictly: nothing but what
 * percent-encoding allows, no name twice, a bounded number of fields; other fields are only kept
 * with the form. Immutable; refuses with {@link Rejected} rules {@code intake.form-*}.
 *
 * @param charset what is percent-encoded
 * @param contentType media type of the document inside
 */
public record FormField(String name, Charset charset, String contentType) {

  /** The one media type of an exchange that comes as a form. */
  public static final String MEDIA_TYPE = "application/x-www-form-urlencoded";

  private static final int MOST_FIELDS = 32;

  /**
   * The field that the settings of an exchange name. An exchange that comes as a form comes in no
   * other way.
   *
   * @throws IllegalArgumentException naming the partner, when field and media types do not go
   *     together or the charset is not one of ours
   */
  public static Optional<FormField> agreed(ConnectorSettings settings, List<String> accepts) {
    Optional<String> name = settings.optional("form-field");
    if (name.isPresent() ? !accepts.equals(List.of(MEDIA_TYPE)) : accepts.contains(MEDIA_TYPE)) {
      throw new IllegalArgumentException(
          "partner %s: setting form-field goes with accepts [%s], and neither without the other"
              .formatted(settings.partner(), MEDIA_TYPE));
    }
    return name.map(
        field ->
            new FormField(
                field,
                settings.charset(),
                settings.optional("form-content-type").orElse("application/json")));
  }

  /** The document's bytes in UTF-8. */
  byte[] document(byte[] form) {
    Set<String> seen = new HashSet<>();
    byte[] document = null;
    int start = 0;
    while (start <= form.length) {
      int end = indexOf(form, '&', start, form.length);
      int equals = indexOf(form, '=', start, end);
      if (equals == end) {
        throw malformed();
      }
      String field = text(decoded(form, start, equals));
      byte[] value = decoded(form, equals + 1, end);
      if (!seen.add(field)) {
        throw new Rejected(Finding.of("intake.form-twice", "", null));
      }
      if (seen.size() > MOST_FIELDS) {
        throw new Rejected(
            Finding.of("intake.form-fields", "", null, Integer.toString(MOST_FIELDS)));
      }
      document = field.equals(name) ? value : document;
      start = end + 1;
    }
    if (document == null) {
      throw new Rejected(Finding.of("intake.form-field", name, null));
    }
    return text(document).getBytes(StandardCharsets.UTF_8);
  }

  private static int indexOf(byte[] form, char wanted, int start, int end) {
    int i = start;
    while (i < end && form[i] != wanted) {
      i++;
    }
    return i;
  }

  private static byte[] decoded(byte[] form, int start, int end) {
    ByteArrayOutputStream plain = new ByteArrayOutputStream(end - start);
    for (int i = start; i < end; i++) {
      byte c = form[i];
      if (c == '%') {
        int high = i + 2 < end ? Character.digit(form[i + 1], 16) : -1;
        int low = i + 2 < end ? Character.digit(form[i + 2], 16) : -1;
        if (high < 0 || low < 0) {
          throw malformed();
        }
        plain.write(high << 4 | low);
        i += 2;
      } else if (c <= ' ' || c > '~') {
        throw malformed();
      } else {
        plain.write(c == '+' ? ' ' : c);
      }
    }
    return plain.toByteArray();
  }

  private String text(byte[] bytes) {
    try {
      return charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw malformed();
    }
  }

  private static Rejected malformed() {
    return new Rejected(Finding.of("intake.form-encoding", "", null));
  }
}
