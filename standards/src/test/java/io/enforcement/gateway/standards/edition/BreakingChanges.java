package io.enforcement.gateway.standards.edition;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What of a published edition no longer holds: whoever built on it would be refused, or would not
 * be understood. Compares two {@code fields.csv}.
 */
final class BreakingChanges {

  /** Bounds that may only grow; the others may only shrink. */
  private static final Set<String> UPPER =
      Set.of("maxLength", "maxInclusive", "totalDigits", "fractionDigits");

  /** A pattern may hold blanks and equals signs; only a facet's own name begins the next one. */
  private static final Pattern FACET =
      Pattern.compile(" (?=(?:(?:min|max)(?:Length|Inclusive)|pattern|(?:total|fraction)Digits)=)");

  private final List<String> found = new ArrayList<>();

  private BreakingChanges() {}

  /** Empty when everything that was sound by the old edition is sound by the new one. */
  static List<String> between(List<Map<String, String>> old, List<Map<String, String>> now) {
    BreakingChanges changes = new BreakingChanges();
    Map<String, Map<String, String>> before = byName(old);
    Map<String, Map<String, String>> after = byName(now);
    before.forEach((name, field) -> changes.field(name, field, after.get(name)));
    Set<String> owners = Set.copyOf(old.stream().map(f -> f.get("owner")).toList());
    after.forEach(
        (name, field) -> {
          if (!before.containsKey(name)
              && owners.contains(field.get("owner"))
              && field.get("min").equals("1")) {
            changes.found.add(name + ": new and mandatory");
          }
        });
    return changes.found;
  }

  private void field(String name, Map<String, String> old, Map<String, String> now) {
    if (now == null) {
      found.add(name + ": removed");
      return;
    }
    for (String same : List.of("number", "json", "base", "codes")) {
      if (!old.get(same).equals(now.get(same))) {
        found.add(name + ": another " + same);
      }
    }
    if (old.get("base").isEmpty() && !old.get("type").equals(now.get("type"))) {
      found.add(name + ": another type");
    }
    if (old.get("min").compareTo(now.get("min")) < 0) {
      found.add(name + ": now mandatory");
    }
    if (most(old.get("max")) > most(now.get("max"))) {
      found.add(name + ": repeats less");
    }
    values(name, words(old.get("values")), words(now.get("values")));
    bounds(name, facets(old.get("bounds")), facets(now.get("bounds")));
  }

  private void values(String name, List<String> old, List<String> now) {
    if (!now.isEmpty() && (old.isEmpty() || !now.containsAll(old))) {
      found.add(name + ": fewer values");
    }
  }

  private void bounds(String name, Map<String, String> old, Map<String, String> now) {
    now.forEach(
        (facet, bound) -> {
          String was = old.get(facet);
          if (was == null || narrower(facet, was, bound)) {
            found.add(name + ": narrower " + facet);
          }
        });
  }

  private static boolean narrower(String facet, String was, String is) {
    if (facet.equals("pattern")) {
      return !was.equals(is);
    }
    int change = new BigDecimal(is).compareTo(new BigDecimal(was));
    return UPPER.contains(facet) ? change < 0 : change > 0;
  }

  private static int most(String max) {
    return max.equals("unbounded") ? Integer.MAX_VALUE : Integer.parseInt(max);
  }

  private static List<String> words(String text) {
    return text.isEmpty() ? List.of() : Arrays.asList(text.split(" "));
  }

  private static Map<String, String> facets(String bounds) {
    Map<String, String> facets = new HashMap<>();
    for (String facet : FACET.split(bounds)) {
      if (!facet.isEmpty()) {
        String[] parts = facet.split("=", 2);
        facets.put(parts[0], parts[1]);
      }
    }
    return facets;
  }

  private static Map<String, Map<String, String>> byName(List<Map<String, String>> fields) {
    Map<String, Map<String, String>> byName = new HashMap<>();
    fields.forEach(f -> byName.put(f.get("owner") + "." + f.get("element"), f));
    return byName;
  }
}
