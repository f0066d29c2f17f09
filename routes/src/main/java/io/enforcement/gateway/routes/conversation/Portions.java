package io.enforcement.gateway.routes.conversation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.ToLongFunction;

/** Divides a heap of work so that no portion weighs more than is to be carried at once. */
final class Portions {

  private Portions() {}

  /**
   * In their order; what weighs too much by itself is a portion by itself.
   *
   * @param most that a portion weighs
   */
  static <T> List<List<T>> of(Collection<T> all, ToLongFunction<T> weight, long most) {
    List<List<T>> portions = new ArrayList<>();
    long carried = 0;
    for (T each : all) {
      long more = weight.applyAsLong(each);
      if (portions.isEmpty() || carried + more > most) {
        portions.add(new ArrayList<>());
        carried = 0;
      }
      portions.get(portions.size() - 1).add(each);
      carried += more;
    }
    return portions;
  }
}
