package io.enforcement.gateway.standards.rules;

import io.enforcement.gateway.standards.codes.Divisions;
import io.enforcement.gateway.standards.dictionary.Dictionary;
import io.enforcement.gateway.standards.dictionary.Field;
import io.enforcement.gateway.standards.dictionary.Property;
import io.enforcement.gateway.standards.dictionary.RecordType;
import io.enforcement.gateway.standards.model.StandardRecord;
import io.enforcement.gateway.standards.rules.book.Findings;
import io.enforcement.gateway.standards.rules.book.Trail;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The rules that hold for single fields wherever they stand, as the schema's annotations say: code
 * tables, identifiers by their type, days that must have come, dates that must not come before
 * another. What nobody annotated costs nothing here.
 */
final class FieldRules {

  private static final Map<Class<?>, FieldRules> BY_RECORD = new ConcurrentHashMap<>();
  private static final Dictionary DICTIONARY = Dictionary.v1();

  private final Property day;
  private final Property division;
  private final List<Step> steps;

  /** What is done with one property: checked, gone into, or both. */
  private record Step(
      String name, Property property, boolean list, List<FieldCheck> checks, List<Step> below) {

    void run(Object owner, Trail trail, FieldCheck.Setting setting) {
      Object value = property.of(owner);
      if (value == null) {
        return;
      }
      if (!list) {
        judge(value, owner, trail.to(name), setting);
        return;
      }
      List<?> values = (List<?>) value;
      for (int i = 0; i < values.size(); i++) {
        if (values.get(i) != null) {
          judge(values.get(i), owner, trail.to(name, i), setting);
        }
      }
    }

    private void judge(Object value, Object owner, Trail trail, FieldCheck.Setting setting) {
      for (FieldCheck check : checks) {
        check.run(value, owner, trail, setting);
      }
      for (Step step : below) {
        step.run(value, trail, setting);
      }
    }
  }

  private FieldRules(Class<?> type, RecordType record) {
    this.day = record.day() == null ? null : Property.of(type, record.day());
    this.division = namesBody(record) ? Property.of(type, "body.areaNumber") : null;
    this.steps = steps(type, record.fields());
  }

  /** The rules of this record's fields. */
  static FieldRules of(StandardRecord record) {
    return BY_RECORD.computeIfAbsent(record.getClass(), FieldRules::compile);
  }

  /** Where the acting body sits, when the record names one. */
  Optional<String> division(StandardRecord record) {
    return division == null ? Optional.empty() : Optional.ofNullable((String) division.of(record));
  }

  void check(StandardRecord record, LocalDate today, Divisions divisions, Findings findings) {
    LocalDate actDay = day == null ? null : FieldCheck.day(day.of(record));
    FieldCheck.Setting setting = new FieldCheck.Setting(actDay, today, divisions, findings);
    for (Step step : steps) {
      step.run(record, Trail.RECORD, setting);
    }
  }

  private static FieldRules compile(Class<?> type) {
    return new FieldRules(type, DICTIONARY.record(type.getSimpleName()).orElseThrow());
  }

  private static boolean namesBody(RecordType record) {
    return record.fields().stream()
        .anyMatch(f -> f.property().equals("body") && f.type().equals("BodyReference"));
  }

  private static List<Step> steps(Class<?> owner, List<Field> fields) {
    List<Step> steps = new ArrayList<>();
    for (Field field : fields) {
      List<FieldCheck> checks = FieldCheck.of(field, owner);
      List<Step> below =
          DICTIONARY
              .part(field.type())
              .map(part -> steps(part.generated(), part.fields()))
              .orElse(List.of());
      if (!checks.isEmpty() || !below.isEmpty()) {
        Property property = Property.of(owner, field.property());
        steps.add(new Step(field.property(), property, field.isList(), checks, below));
      }
    }
    return List.copyOf(steps);
  }
}
