package io.enforcement.gateway.standards.dictionary;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;

/** A property of a generated class, or of what stands below it. Immutable; any thread. */
public final class Property {

  private static final MethodType READER = MethodType.methodType(Object.class, Object.class);

  private final List<MethodHandle> steps;
  private final Class<?> type;

  private Property(List<MethodHandle> steps, Class<?> type) {
    this.steps = steps;
    this.type = type;
  }

  /**
   * @param path property names with dots between, none of them a list
   * @throws IllegalStateException when the class has no such property
   */
  public static Property of(Class<?> owner, String path) {
    List<MethodHandle> steps = new ArrayList<>();
    Class<?> type = owner;
    for (String name : path.split("\\.")) {
      Method getter = getter(type, name);
      steps.add(handle(getter));
      type = getter.getReturnType();
    }
    return new Property(steps, type);
  }

  /** The value, or null where it or something on the way to it is absent. */
  public Object of(Object owner) {
    Object value = owner;
    try {
      for (int i = 0; i < steps.size() && value != null; i++) {
        value = steps.get(i).invokeExact(value);
      }
      return value;
    } catch (Throwable e) {
      throw new IllegalStateException("a getter of the standard failed", e);
    }
  }

  /** What the getter at the end of the path returns. */
  public Class<?> type() {
    return type;
  }

  private static Method getter(Class<?> owner, String name) {
    String capital = Character.toUpperCase(name.charAt(0)) + name.substring(1);
    for (String prefix : List.of("get", "is")) {
      try {
        return owner.getMethod(prefix + capital);
      } catch (NoSuchMethodException e) {
        // The other prefix, then.
      }
    }
    throw new IllegalStateException(owner.getSimpleName() + " has no property " + name);
  }

  private static MethodHandle handle(Method getter) {
    try {
      return MethodHandles.publicLookup().unreflect(getter).asType(READER);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException("the classes of the standard are public", e);
    }
  }
}
