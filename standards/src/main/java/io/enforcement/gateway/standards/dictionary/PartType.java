package io.enforcement.gateway.standards.dictionary;

import java.util.List;

/**
 * A group of fields that records share, for example a party or a place.
 *
 * @param name its name in the schema
 * @param label what people call it
 * @param note what else is to be known, or null
 * @param source key of the source it was taken from
 * @param sensitivity of everything in it
 * @param fields in the order of the schema
 */
public record PartType(
    String name,
    Label label,
    String note,
    String source,
    Sensitivity sensitivity,
    List<Field> fields) {

  public PartType {
    fields = List.copyOf(fields);
  }

  /** The class that the schema compiler made of it. */
  public Class<?> generated() {
    return SchemaReader.generated(name);
  }
}
