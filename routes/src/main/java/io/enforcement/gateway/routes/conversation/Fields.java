package io.enforcement.gateway.routes.conversation;

import io.enforcement.gateway.standards.calendar.Limit;
import io.enforcement.gateway.standards.calendar.LimitUnit;
import io.enforcement.gateway.standards.dictionary.Dictionary;
import io.enforcement.gateway.standards.dictionary.Property;
import io.enforcement.gateway.standards.identity.PartyKey;
import io.enforcement.gateway.standards.model.Party;
import io.enforcement.gateway.standards.model.StandardRecord;
import io.enforcement.gateway.standards.model.TimeLimit;
import io.enforcement.gateway.standards.model.TimeLimitUnit;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** Reads dates, organs, limits and numbers out of records by their paths. Thread-safe. */
final class Fields {

  private record Place(Class<?> type, String path) {}

  private static final Map<Place, Optional<Property>> PROPERTIES = new ConcurrentHashMap<>();

  private Fields() {}

  /** What stands there; null where nothing does, or such a part has no such place. */
  static Object value(Object part, String path) {
    return PROPERTIES
        .computeIfAbsent(new Place(part.getClass(), path), Fields::property)
        .map(property -> property.of(part))
        .orElse(null);
  }

  private static Optional<Property> property(Place place) {
    try {
      return Optional.of(Property.of(place.type(), place.path()));
    } catch (IllegalStateException e) {
      return Optional.empty();
    }
  }

  /** A date or date and time; of a stated limit its last moment. */
  static Optional<Moment> moment(Object part, String path) {
    Object value = value(part, path);
    if (value instanceof TimeLimit limit) {
      return Optional.ofNullable(limit.getDue()).map(Moment::of);
    }
    if (value instanceof OffsetDateTime moment) {
      return Optional.of(Moment.of(moment));
    }
    return Optional.ofNullable((LocalDate) value).map(Moment::of);
  }

  /** The length that a record states for a limit. */
  static Optional<Limit> length(StandardRecord record, String path) {
    return value(record, path) instanceof TimeLimit limit
            && limit.getLength() != null
            && limit.getUnit() != null
            && limit.getUnit() != TimeLimitUnit.FIX
        ? Optional.of(Limit.of(limit.getLength(), LimitUnit.valueOf(limit.getUnit().name())))
        : Optional.empty();
  }

  static Optional<Organ> organ(StandardRecord record, String path) {
    return Optional.ofNullable(value(record, path))
        .map(organ -> new Organ((String) value(organ, "name"), (String) value(organ, "uscc")));
  }

  static Optional<String> text(StandardRecord record, String path) {
    return Optional.ofNullable(value(record, path)).map(Object::toString);
  }

  /** A key for each party that a record names. */
  static Set<String> parties(StandardRecord record) {
    return list(record, "parties").stream()
        .map(party -> PartyKey.of(List.of((Party) party)))
        .filter(Objects::nonNull)
        .collect(Collectors.toSet());
  }

  /** The codes and the yes or no of a part; several codes as a set, each between bars. */
  static Map<String, Object> codes(Object part) {
    Map<String, Object> codes = new HashMap<>();
    Dictionary.v1().part(part.getClass().getSimpleName()).orElseThrow().fields().stream()
        .filter(field -> field.codes() != null || field.type().equals("xs:boolean"))
        .forEach(field -> codes.put(field.property(), set(value(part, field.property()))));
    return codes;
  }

  private static Object set(Object value) {
    return value instanceof List<?> values
        ? values.stream().map(each -> each + "|").collect(Collectors.joining("", "|", ""))
        : value;
  }

  @SuppressWarnings("unchecked")
  static List<Object> list(StandardRecord record, String path) {
    Object value = value(record, path);
    return value == null ? List.of() : (List<Object>) value;
  }
}
