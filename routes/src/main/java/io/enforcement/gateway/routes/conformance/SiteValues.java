package io.enforcement.gateway.routes.conformance;

import io.enforcement.gateway.routes.partner.PartnerFile.Receives;
import io.enforcement.gateway.routes.partner.RecordProperties;
import io.enforcement.gateway.routes.partner.Selector;
import io.enforcement.gateway.standards.model.StandardRecord;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a site says of the partner and the selectors ask for: {@code '${uscc}'}. The samples know
 * it: of all values in their records the one is taken with which most samples are wanted.
 * Immutable.
 */
final class SiteValues {

  private static final Pattern HOLE = Pattern.compile("\\$\\{([a-z-]+)}");
  private static final Pattern DIVISION = Pattern.compile("[0-9]{6}");

  private final Map<String, String> values;

  /**
   * @param given by whoever starts the run; never guessed at
   */
  SiteValues(List<Receives> exchanges, Cases cases, Map<String, String> given) {
    values = new TreeMap<>(given);
    Set<String> holes = new LinkedHashSet<>();
    exchanges.forEach(receives -> holes.addAll(holes(receives)));
    for (String hole : holes) {
      if (!values.containsKey(hole)) {
        values.put(hole, best(hole, cases));
      }
    }
  }

  /** By the name of the setting. */
  Map<String, String> all() {
    return Map.copyOf(values);
  }

  /** Whether the partner is sent this record. */
  boolean wanted(ReceivedCase received) {
    return wanted(received.receives(), received.record(), values);
  }

  private String best(String hole, Cases cases) {
    List<ReceivedCase> asking =
        cases.received().stream().filter(c -> holes(c.receives()).contains(hole)).toList();
    Set<String> words = new LinkedHashSet<>(List.of(""));
    asking.forEach(c -> words.addAll(words(c.record())));
    return words.stream()
        .max(
            Comparator.comparingLong((String w) -> wanting(hole, w, asking))
                .thenComparing(String::length))
        .orElse("");
  }

  private long wanting(String hole, String word, List<ReceivedCase> asking) {
    Map<String, String> tried = new TreeMap<>(values);
    tried.put(hole, word);
    return asking.stream().filter(c -> wanted(c.receives(), c.record(), tried)).count();
  }

  private static boolean wanted(
      Receives receives, StandardRecord record, Map<String, String> values) {
    if (receives.selector() == null) {
      return true;
    }
    String filled =
        HOLE.matcher(receives.selector())
            .replaceAll(
                hole -> {
                  String name = hole.group(1);
                  String value =
                      values.getOrDefault(name, receives.settings().getOrDefault(name, ""));
                  return Matcher.quoteReplacement(value.replace("'", "''"));
                });
    return Selector.of(filled).matches(RecordProperties.of(record));
  }

  /** What the pack's own settings do not say. */
  private static List<String> holes(Receives receives) {
    List<String> names = new ArrayList<>();
    Matcher hole = HOLE.matcher(receives.selector() == null ? "" : receives.selector());
    while (hole.find()) {
      if (!receives.settings().containsKey(hole.group(1))) {
        names.add(hole.group(1));
      }
    }
    return names;
  }

  /** What can be asked of a record: texts, members of sets, and the regions above a division. */
  private static Set<String> words(StandardRecord record) {
    Set<String> words = new LinkedHashSet<>();
    for (Object value : RecordProperties.of(record).values()) {
      for (String word : String.valueOf(value).split("\\|")) {
        words.add(word);
        if (DIVISION.matcher(word).matches()) {
          words.add(word.substring(0, 2));
          words.add(word.substring(0, 4));
        }
      }
    }
    return words;
  }
}
