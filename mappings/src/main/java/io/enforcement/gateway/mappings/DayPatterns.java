package io.enforcement.gateway.mappings;

import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Formatters by their pattern, each made once: making one costs more than a hundred uses. Patterns
 * come from translators and mappings, which are few; what a record made up is not kept. Any thread.
 */
public final class DayPatterns {

  private static final int MOST = 500;

  private final Map<String, DateTimeFormatter> known = new ConcurrentHashMap<>();
  private final Function<String, DateTimeFormatter> make;

  public DayPatterns(Function<String, DateTimeFormatter> make) {
    this.make = make;
  }

  /**
   * The formatter of a pattern.
   *
   * @throws IllegalArgumentException when it is none
   */
  public DateTimeFormatter of(String pattern) {
    DateTimeFormatter kept = known.get(pattern);
    if (kept != null) {
      return kept;
    }
    DateTimeFormatter made = make.apply(pattern);
    if (known.size() < MOST) {
      known.put(pattern, made);
    }
    return made;
  }
}
