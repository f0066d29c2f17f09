package io.enforcement.gateway.standards.rules;

import io.enforcement.gateway.standards.dictionary.Dictionary;
import io.enforcement.gateway.standards.dictionary.Field;
import io.enforcement.gateway.standards.dictionary.Property;
import io.enforcement.gateway.standards.dictionary.RecordType;
import io.enforcement.gateway.standards.model.BodyReference;
import io.enforcement.gateway.standards.model.StandardRecord;
import io.enforcement.gateway.standards.rules.book.Deadlines;
import io.enforcement.gateway.standards.rules.book.Findings;
import io.enforcement.gateway.standards.rules.book.Trail;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The rules that hold for single fields wherever they stand, as the schema's annotations say: code
 * tables, identifiers by their type, days that must have come, dates that must not come before
 * another, and of acts the officers and items that registers know. What nobody annotated costs
 * nothing here.
 */
final class FieldRules {

  private static final Map<Class<?>, FieldRules> BY_RECORD = new ConcurrentHashMap<>();
  private static final Dictionary DICTIONARY = Dictionary.v1();

  private final Property day;
  private final Property division;
  private final List<Property> bodies;
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
    this.bodies = record.act() ? bodies(type, record) : List.of();
    this.steps = steps(type, record.fields(), record.act());
  }

  /** The rules of this record's fields. */
  static FieldRules of(StandardRecord record) {
    return BY_RECORD.computeIfAbsent(record.getClass(), FieldRules::compile);
  }

  /** Where the acting body sits, when the record names one. */
  Optional<String> division(StandardRecord record) {
    return division == null ? Optional.empty() : Optional.ofNullable((String) division.of(record));
  }

  void check(StandardRecord record, LocalDate today, ReferenceData data, Findings findings) {
    LocalDate actDay = day == null ? null : inChina(day.of(record));
    FieldCheck.Setting setting =
        new FieldCheck.Setting(actDay, today, bodies(record), data, findings);
    for (Step step : steps) {
      step.run(record, Trail.RECORD, setting);
    }
  }

  /** The day of an act is a day in China, whatever offset its moment is written with. */
  private static LocalDate inChina(Object date) {
    return date instanceof OffsetDateTime moment ? Deadlines.day(moment) : (LocalDate) date;
  }

  /** Credit codes of the bodies that did the act. */
  private Set<String> bodies(StandardRecord record) {
    return bodies.stream()
        .map(property -> property.of(record))
        .flatMap(value -> value instanceof List<?> list ? list.stream() : Stream.of(value))
        .filter(BodyReference.class::isInstance)
        .map(body -> ((BodyReference) body).getUscc())
        .filter(Objects::nonNull)
        .collect(Collectors.toSet());
  }

  private static FieldRules compile(Class<?> type) {
    return new FieldRules(type, DICTIONARY.record(type.getSimpleName()).orElseThrow());
  }

  private static boolean namesBody(RecordType record) {
    return record.fields().stream().anyMatch(f -> f.property().equals("body") && isBody(f));
  }

  private static boolean isBody(Field field) {
    return field.type().equals("BodyReference");
  }

  /** An act may have been done by several: those that came along, one that was entrusted. */
  private static List<Property> bodies(Class<?> type, RecordType record) {
    return record.fields().stream()
        .filter(FieldRules::isBody)
        .map(field -> Property.of(type, field.property()))
        .toList();
  }

  private static List<Step> steps(Class<?> owner, List<Field> fields, boolean act) {
    List<Step> steps = new ArrayList<>();
    for (Field field : fields) {
      List<FieldCheck> checks = FieldCheck.of(field, owner, act);
      List<Step> below =
          DICTIONARY
              .part(field.type())
              .map(part -> steps(part.generated(), part.fields(), act))
              .orElse(List.of());
      if (!checks.isEmpty() || !below.isEmpty()) {
        Property property = Property.of(owner, field.property());
        steps.add(new Step(field.property(), property, field.isList(), checks, below));
      }
    }
    return List.copyOf(steps);
  }
}
