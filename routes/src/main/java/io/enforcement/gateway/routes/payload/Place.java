package io.enforcement.gateway.routes.payload;

import io.enforcement.gateway.standards.dictionary.Dictionary;
import io.enforcement.gateway.standards.dictionary.Field;
import io.enforcement.gateway.standards.dictionary.PartType;
import io.enforcement.gateway.standards.dictionary.RecordType;
import io.enforcement.gateway.standards.dictionary.Sensitivity;
import io.enforcement.gateway.standards.dictionary.ValueType;
import java.util.Optional;

/**
 * What the dictionary says of a place in a record.
 *
 * @param field the field that stands there
 * @param sensitivity of its value, with all that surrounds it
 */
record Place(Field field, Sensitivity sensitivity) {

  /**
   * @param kind name of the record type
   * @param path in the names of the JSON twin, like {@code parties[0].name}
   * @return empty where the dictionary has no such field
   */
  static Optional<Place> of(String kind, String path) {
    return Dictionary.v1().record(kind).map(RecordType::part).flatMap(part -> of(part, path));
  }

  private static Optional<Place> of(PartType record, String path) {
    Optional<PartType> part = Optional.of(record);
    Sensitivity around = record.sensitivity();
    Place place = null;
    for (String name : path.replaceAll("\\[\\d+]", "").split("\\.")) {
      Optional<Field> field = part.flatMap(p -> field(p, name));
      if (field.isEmpty()) {
        return Optional.empty();
      }
      part = Dictionary.v1().part(field.get().type());
      around = field.get().sensitivity().within(around).within(ofType(field.get().type()));
      place = new Place(field.get(), around);
    }
    return Optional.of(place);
  }

  private static Optional<Field> field(PartType part, String name) {
    return part.fields().stream().filter(field -> field.property().equals(name)).findFirst();
  }

  private static Sensitivity ofType(String type) {
    return Dictionary.v1()
        .part(type)
        .map(PartType::sensitivity)
        .or(() -> Dictionary.v1().value(type).map(ValueType::sensitivity))
        .orElse(Sensitivity.PUBLIC);
  }

  boolean isPublic() {
    return sensitivity == Sensitivity.PUBLIC;
  }

  /** Whether people write there what they like. */
  boolean isText() {
    return field.type().startsWith("Text");
  }
}
