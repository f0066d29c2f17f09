package io.enforcement.gateway.standards.dictionary;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The field dictionary of the standard: every record, part, field and type with its Chinese and
 * English label, national short name, source and sensitivity. Read once from the schema. Immutable;
 * any thread.
 */
public final class Dictionary {

  private static final class Once {
    private static final Dictionary V1 = SchemaReader.read();
  }

  private final Label label;
  private final String version;
  private final Map<String, Label> families;
  private final Map<String, RecordType> records;
  private final Map<String, PartType> parts;
  private final Map<String, ValueType> values;

  Dictionary(
      Label label,
      String version,
      Map<String, Label> families,
      Map<String, RecordType> records,
      Map<String, PartType> parts,
      Map<String, ValueType> values) {
    this.label = label;
    this.version = version;
    this.families = Collections.unmodifiableMap(new LinkedHashMap<>(families));
    this.records = Collections.unmodifiableMap(new LinkedHashMap<>(records));
    this.parts = Collections.unmodifiableMap(new LinkedHashMap<>(parts));
    this.values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }

  /** The dictionary of version 1. */
  public static Dictionary v1() {
    return Once.V1;
  }

  /** The name of the standard. */
  public Label label() {
    return label;
  }

  /** {@code major.minor.patch}. */
  public String version() {
    return version;
  }

  /** The families of records, by the name of their schema file, in the order of the standard. */
  public Map<String, Label> families() {
    return families;
  }

  /** All records in the order of the standard. */
  public Collection<RecordType> records() {
    return records.values();
  }

  /** The record of this name. */
  public Optional<RecordType> record(String name) {
    return Optional.ofNullable(records.get(name));
  }

  /** All parts that records share, in the order of the standard. */
  public Collection<PartType> parts() {
    return parts.values();
  }

  /** The part of this name, the type of a {@link Field}. */
  public Optional<PartType> part(String name) {
    return Optional.ofNullable(parts.get(name));
  }

  /** All types of single values. */
  public Collection<ValueType> values() {
    return values.values();
  }

  /** The type of single values of this name. */
  public Optional<ValueType> value(String name) {
    return Optional.ofNullable(values.get(name));
  }
}
