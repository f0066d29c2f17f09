package io.enforcement.gateway.standards.dictionary;

import java.util.List;
import java.util.Map;

/**
 * A type of single values.
 *
 * @param name its name in the schema
 * @param label what people call it
 * @param note what else is to be known, or null
 * @param base the XSD type it narrows, for example {@code xs:string}
 * @param sensitivity of every value of this type
 * @param facets bounds by the names of XSD: {@code minLength}, {@code maxLength}, {@code pattern},
 *     {@code minInclusive}, {@code maxInclusive}, {@code totalDigits}, {@code fractionDigits}
 * @param values the only values, in the order of the schema; empty when they are not listed
 */
public record ValueType(
    String name,
    Label label,
    String note,
    String base,
    Sensitivity sensitivity,
    Map<String, String> facets,
    List<String> values) {

  public ValueType {
    facets = Map.copyOf(facets);
    values = List.copyOf(values);
  }
}
