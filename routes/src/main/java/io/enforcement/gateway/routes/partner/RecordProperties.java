package io.enforcement.gateway.routes.partner;

import io.enforcement.gateway.standards.dictionary.Dictionary;
import io.enforcement.gateway.standards.model.StandardRecord;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a subscription may ask about a record; nothing in it identifies a person. {@link
 * PropertyPlan} reads from the dictionary which properties a record has; {@code
 * docs/record-properties.md} lists them all.
 *
 * <p>A property of several values is a set in one text, each value between bars: {@code |A|B|}, and
 * {@code |} when there is none. {@code memberUsccs LIKE '%|A|%'} asks for one of them. What a
 * record does not have is NULL, as in SQL: it neither matches nor fails to match.
 */
public final class RecordProperties {

  private static final Map<String, List<RecordProperty>> PLANS = new ConcurrentHashMap<>();

  private RecordProperties() {}

  /** The properties of one record. */
  public static Map<String, Object> of(StandardRecord record) {
    String type = record.getClass().getSimpleName();
    Map<String, Object> properties = new HashMap<>();
    for (RecordProperty property : PLANS.computeIfAbsent(type, RecordProperties::plan)) {
      properties.put(property.name(), property.of(record));
    }
    properties.put("recordType", type);
    properties.put("operation", record.getCdOperation().value());
    return properties;
  }

  /** The names under which a record of this type can be asked about. */
  public static Set<String> names(String type) {
    return Stream.concat(
            Stream.of("recordType", "operation"),
            PLANS.computeIfAbsent(type, RecordProperties::plan).stream().map(RecordProperty::name))
        .collect(Collectors.toUnmodifiableSet());
  }

  private static List<RecordProperty> plan(String type) {
    return PropertyPlan.of(Dictionary.v1().record(type).orElseThrow());
  }
}
