package io.enforcement.gateway.benchmarks.mutants;

import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** The helper of the Byteman rules, which extend it. Runs on the gateway's threads. */
public class Saboteur {

  /** Long enough to lose some at a kill, short enough to go unnoticed otherwise. */
  private static final long LATE_MILLIS = 150;

  private static final ScheduledExecutorService LATER =
      Executors.newScheduledThreadPool(
          4,
          work -> {
            Thread thread = new Thread(work, "saboteur");
            thread.setDaemon(true);
            return thread;
          });
  private static final Set<Object> POSTPONED = ConcurrentHashMap.newKeySet();

  /**
   * Postpones the writing of a group.
   *
   * @param group arrivals as the store brings them to disk; a group with one that is repeated is
   *     not postponed
   * @return whether it was postponed and the callers shall be told that it is done
   */
  public boolean postpone(Object store, List<?> group) {
    List<Object> keys = group.stream().map(Saboteur::key).toList();
    if (Thread.currentThread().getName().equals("saboteur") || !POSTPONED.addAll(keys)) {
      return false;
    }
    LATER.schedule(() -> call(store, "insert", group), LATE_MILLIS, TimeUnit.MILLISECONDS);
    return true;
  }

  /** What the store answers for messages that it has kept. */
  public List<Object> kept(Object store, List<?> group) {
    return group.stream().map(each -> answer(store)).toList();
  }

  private static Object answer(Object store) {
    try {
      for (Class<?> type : store.getClass().getDeclaredClasses()) {
        if (type.getSimpleName().equals("Answer")) {
          Constructor<?> constructor =
              type.getDeclaredConstructor(boolean.class, boolean.class, Instant.class);
          constructor.setAccessible(true);
          return constructor.newInstance(true, true, Instant.now());
        }
      }
      throw new IllegalStateException("the mutant does not fit this gateway: no Answer");
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("the mutant does not fit this gateway", e);
    }
  }

  /** The same arrival under a key that nobody has used. */
  public Object underAnotherKey(Object arrival) {
    try {
      RecordComponent[] parts = arrival.getClass().getRecordComponents();
      Object[] values = new Object[parts.length];
      for (int i = 0; i < parts.length; i++) {
        Method accessor = parts[i].getAccessor();
        accessor.setAccessible(true);
        Object value = accessor.invoke(arrival);
        values[i] = parts[i].getName().equals("key") ? value + "~" + System.nanoTime() : value;
      }
      Class<?>[] types =
          Arrays.stream(parts).map(RecordComponent::getType).toArray(Class<?>[]::new);
      Constructor<?> constructor = arrival.getClass().getDeclaredConstructor(types);
      constructor.setAccessible(true);
      return constructor.newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("the mutant does not fit this gateway", e);
    }
  }

  private static Object key(Object incoming) {
    return component(component(incoming, "arrival"), "key");
  }

  private static Object component(Object record, String name) {
    try {
      Method accessor = record.getClass().getDeclaredMethod(name);
      accessor.setAccessible(true);
      return accessor.invoke(record);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("the mutant does not fit this gateway", e);
    }
  }

  private static Object call(Object target, String name, Object... arguments) {
    try {
      for (Method method : target.getClass().getDeclaredMethods()) {
        if (method.getName().equals(name) && method.getParameterCount() == arguments.length) {
          method.setAccessible(true);
          return method.invoke(target, arguments);
        }
      }
      throw new IllegalStateException("the mutant does not fit this gateway: no " + name);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("the postponed call failed", e);
    }
  }
}
