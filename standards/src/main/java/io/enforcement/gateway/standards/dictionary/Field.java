package io.enforcement.gateway.standards.dictionary;

/**
 * One field of a record or part.
 *
 * @param element its name in XML
 * @param property its name in the JSON twin; a list has its plural
 * @param type name of a {@link ValueType}, a {@link PartType} or an XSD type ({@code xs:date})
 * @param min 0 or 1
 * @param max 1, a bound above it, or {@link #UNBOUNDED}
 * @param label what people call it
 * @param shortName the de-facto national exchange name; its own name where no other is known
 * @param source key of the source it was taken from
 * @param sensitivity its own; what surrounds it may be stricter
 * @param codes name of its code table, or null
 * @param past whether the date must have come
 * @param notBefore path, from the part that holds this field, of a date that must not be later; or
 *     null
 * @param note what else is to be known, or null
 */
public record Field(
    String element,
    String property,
    String type,
    int min,
    int max,
    Label label,
    String shortName,
    String source,
    Sensitivity sensitivity,
    String codes,
    boolean past,
    String notBefore,
    String note) {

  /** {@link #max} of a field that repeats without a bound. */
  public static final int UNBOUNDED = Integer.MAX_VALUE;

  public boolean isList() {
    return max > 1;
  }

  public boolean isMandatory() {
    return min > 0;
  }
}
