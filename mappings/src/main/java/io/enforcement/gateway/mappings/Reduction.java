package io.enforcement.gateway.mappings;

import io.enforcement.gateway.mappings.PermittedPaths.Extent;
import io.enforcement.gateway.standards.dictionary.Dictionary;
import io.enforcement.gateway.standards.dictionary.Field;
import io.enforcement.gateway.standards.dictionary.PartType;
import io.enforcement.gateway.standards.dictionary.Property;
import io.enforcement.gateway.standards.dictionary.RecordType;
import io.enforcement.gateway.standards.dictionary.Sensitivity;
import io.enforcement.gateway.standards.model.StandardRecord;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A copy of a record or part with some of its fields. What is permitted whole is shared with the
 * original: nobody changes it. Immutable; any thread.
 */
final class Reduction {

  private static final Set<String> COMMON =
      Dictionary.v1().part(StandardRecord.class.getSimpleName()).orElseThrow().fields().stream()
          .map(Field::property)
          .collect(Collectors.toUnmodifiableSet());

  private final MethodHandle create;
  private final List<Step> steps;

  /**
   * What is done with one permitted property.
   *
   * @param write sets it; null for a list, which is added to
   * @param below how its parts are reduced; null when they are permitted whole
   */
  private record Step(Property read, MethodHandle write, Reduction below) {

    void copy(Object from, Object to) throws Throwable {
      Object value = read.of(from);
      if (value == null) {
        return;
      }
      if (write != null) {
        write.invokeExact(to, below == null ? value : below.reduce(value));
        return;
      }
      for (Object each : (List<?>) value) {
        add(to, below == null || each == null ? each : below.reduce(each));
      }
    }

    @SuppressWarnings("unchecked")
    private void add(Object to, Object each) {
      ((List<Object>) read.of(to)).add(each);
    }
  }

  private Reduction(Class<?> type, List<Step> steps) {
    this.create = handle(type, null, null);
    this.steps = steps;
  }

  static Reduction of(RecordType record, PermittedPaths paths) {
    return of(record.part(), "", record.part().sensitivity(), paths);
  }

  /** A copy with the permitted fields. */
  Object reduce(Object original) {
    try {
      Object copy = create.invokeExact();
      for (Step step : steps) {
        step.copy(original, copy);
      }
      return copy;
    } catch (Throwable e) {
      throw new IllegalStateException("a class of the standard cannot be copied", e);
    }
  }

  private static Reduction of(
      PartType part, String prefix, Sensitivity around, PermittedPaths paths) {
    Class<?> type = part.generated();
    List<Step> steps = new ArrayList<>();
    for (Field field : part.fields()) {
      String path = prefix + field.property();
      boolean common = prefix.isEmpty() && COMMON.contains(field.property());
      Extent extent = common ? Extent.ALL : paths.of(field, path, around);
      if (extent != Extent.NOTHING) {
        steps.add(step(type, field, path, extent, around, paths));
      }
    }
    return new Reduction(type, List.copyOf(steps));
  }

  private static Step step(
      Class<?> type,
      Field field,
      String path,
      Extent extent,
      Sensitivity around,
      PermittedPaths paths) {
    Property read = Property.of(type, field.property());
    Reduction below =
        extent == Extent.ALL
            ? null
            : of(
                Dictionary.v1().part(field.type()).orElseThrow(),
                path + ".",
                field.sensitivity().within(around),
                paths);
    return new Step(
        read, field.isList() ? null : handle(type, field.property(), read.type()), below);
  }

  /** The setter of a property, or the constructor when there is none named. */
  private static MethodHandle handle(Class<?> type, String property, Class<?> value) {
    try {
      if (property == null) {
        return MethodHandles.publicLookup()
            .findConstructor(type, MethodType.methodType(void.class))
            .asType(MethodType.methodType(Object.class));
      }
      String name = "set" + Character.toUpperCase(property.charAt(0)) + property.substring(1);
      return MethodHandles.publicLookup()
          .findVirtual(type, name, MethodType.methodType(void.class, value))
          .asType(MethodType.methodType(void.class, Object.class, Object.class));
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("the classes of the standard are public", e);
    }
  }
}
