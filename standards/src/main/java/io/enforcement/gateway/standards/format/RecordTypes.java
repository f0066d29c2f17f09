package io.enforcement.gateway.standards.format;

import io.enforcement.gateway.standards.model.StandardRecord;
import jakarta.xml.bind.annotation.XmlSeeAlso;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The records of the standard by name: what an XML document has as its root element, and what tells
 * the type of a JSON twin, which does not say it itself.
 */
public final class RecordTypes {

  private static final Map<String, Class<? extends StandardRecord>> BY_NAME = byName();

  private RecordTypes() {}

  /** The names of all records in alphabetical order. */
  public static Set<String> names() {
    return BY_NAME.keySet();
  }

  /** The class of the record with this name. */
  public static Optional<Class<? extends StandardRecord>> of(String name) {
    return Optional.ofNullable(BY_NAME.get(name));
  }

  // The schema compiler writes down there which records extend the common columns.
  private static Map<String, Class<? extends StandardRecord>> byName() {
    Map<String, Class<? extends StandardRecord>> types = new TreeMap<>();
    for (Class<?> type : StandardRecord.class.getAnnotation(XmlSeeAlso.class).value()) {
      types.put(type.getSimpleName(), type.asSubclass(StandardRecord.class));
    }
    return Collections.unmodifiableMap(types);
  }
}
