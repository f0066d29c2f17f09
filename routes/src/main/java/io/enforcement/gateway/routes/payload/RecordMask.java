package io.enforcement.gateway.routes.payload;

import io.enforcement.gateway.mappings.Masks;
import io.enforcement.gateway.standards.dictionary.Sensitivity;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Hides what not everybody may read of one record: by the place of a value, and in public texts the
 * names of the people whom the record names elsewhere, and long numbers. Immutable; any thread.
 */
public final class RecordMask {

  private static final Pattern NAME =
      Pattern.compile(".*(name|by|speaker|witness|approver|keeper|performer|person)");
  private static final Pattern NUMBER = Pattern.compile(".*(number|identity|idno|certno)");

  /** A name of one character would hide half of any text. */
  private static final int SHORTEST_NAME = 2;

  private final String kind;
  private final Map<String, String> names;
  private final Pattern anyName;

  /**
   * @param kind name of the record type
   * @param values of the record by their path
   */
  public RecordMask(String kind, Map<String, String> values) {
    this.kind = kind;
    this.names = new HashMap<>();
    values.forEach(
        (path, value) ->
            Place.of(kind, path)
                .filter(place -> !place.isPublic() && isName(place))
                .filter(place -> value.codePointCount(0, value.length()) >= SHORTEST_NAME)
                .ifPresent(place -> names.put(value, Masks.name(value))));
    this.anyName =
        names.isEmpty()
            ? null
            : Pattern.compile(
                names.keySet().stream()
                    .sorted((a, b) -> b.length() - a.length())
                    .map(Pattern::quote)
                    .collect(Collectors.joining("|")));
  }

  /** A value as it is shown at this place of the record, or where it came from or goes to whole. */
  public String shown(String path, String value) {
    return Place.of(kind, path).map(place -> shown(place, value)).orElse(Masks.HIDDEN);
  }

  /** Whether everybody may read what stands at this place. */
  boolean isPublic(String path) {
    return Place.of(kind, path).filter(Place::isPublic).isPresent();
  }

  /** Whether what is secret stands at this place: nobody is shown it here. */
  boolean isSecret(String path) {
    return Place.of(kind, path)
        .filter(place -> place.sensitivity() == Sensitivity.SECRET)
        .isPresent();
  }

  /** Whether people write at this place what they like. */
  boolean isText(String path) {
    return Place.of(kind, path).filter(Place::isText).isPresent();
  }

  private String shown(Place place, String value) {
    if (place.isPublic()) {
      return place.isText() ? text(value) : value;
    }
    if (place.sensitivity() == Sensitivity.SECRET) {
      return Masks.HIDDEN;
    }
    String property = place.field().property().toLowerCase(Locale.ROOT);
    if (place.field().type().equals("Phone")) {
      return Masks.phone(value);
    }
    if (property.contains("address")) {
      return Masks.address(value);
    }
    if (NUMBER.matcher(property).matches()) {
      return Masks.identity(value);
    }
    return isName(place) ? Masks.name(value) : Masks.HIDDEN;
  }

  private static boolean isName(Place place) {
    return place.isText()
        && NAME.matcher(place.field().property().toLowerCase(Locale.ROOT)).matches();
  }

  private String text(String text) {
    String nobody =
        anyName == null
            ? text
            : anyName
                .matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(names.get(found.group())));
    return Masks.digits(Masks.accounts(nobody));
  }
}
