package io.enforcement.gateway.routes.store;

import java.util.Collection;
import java.util.function.Function;
import java.util.function.IntFunction;

/** Turns rows into columns: one array per column is how a whole batch goes in as one statement. */
final class Columns {

  private Columns() {}

  /** The values of one column, in the order of the rows. */
  static <R, T> T[] column(Collection<R> rows, IntFunction<T[]> array, Function<R, T> value) {
    return rows.stream().map(value).toArray(array);
  }
}
