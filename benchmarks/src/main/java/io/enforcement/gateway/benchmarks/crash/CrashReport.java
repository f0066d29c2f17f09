package io.enforcement.gateway.benchmarks.crash;

import io.enforcement.gateway.benchmarks.crash.Checker.Violation;
import io.enforcement.gateway.benchmarks.gateway.Mutant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What a crash run found.
 *
 * @param duplicates messages that were sent twice on purpose
 */
public record CrashReport(
    CrashOptions options,
    List<Kill> kills,
    int brokerDeletions,
    Evidence evidence,
    List<Violation> violations,
    int duplicates) {

  private static final int SHOWN = 20;

  /** True when every promise was kept. */
  public boolean holds() {
    return violations.isEmpty();
  }

  /** Counts, and the first violations if there are any. */
  public Map<String, Object> figures() {
    Map<String, Object> figures = new LinkedHashMap<>();
    figures.put("seed", options.seed());
    figures.put("mutant", options.mutant().map(Mutant::title).orElse(null));
    figures.put("kills", kills.size());
    figures.put("killsByMoment", counted(kill -> kill.moment().name()));
    figures.put("leastPerSecond", kills.stream().mapToInt(Kill::perSecond).min().orElse(0));
    figures.put("brokerDeletions", brokerDeletions);
    figures.put("restartMillis", kills.stream().map(Kill::restartMillis).toList());
    figures.put("sent", evidence.sent().size());
    figures.put("acknowledged", evidence.sent().stream().filter(Sent::acknowledged).count());
    figures.put("wrong", evidence.sent().stream().filter(Sent::wrong).count());
    figures.put("duplicates", duplicates);
    Map<String, Integer> effects = new TreeMap<>();
    evidence.effects().forEach((receiver, all) -> effects.put(receiver.name(), all.size()));
    figures.put("effects", effects);
    figures.put("inDoubt", inDoubt());
    figures.put("files", files());
    figures.put("violations", violations.size());
    figures.put("violationsByPromise", byPromise());
    figures.put(
        "firstViolations", violations.stream().limit(SHOWN).map(Violation::detail).toList());
    figures.put("holds", holds());
    return figures;
  }

  private Map<String, Integer> files() {
    Map<String, Integer> files = new TreeMap<>();
    evidence.files().fates().forEach((fate, all) -> files.put(fate.name(), all.size()));
    return files;
  }

  private long inDoubt() {
    return evidence.told().values().stream()
        .filter(told -> told.deliveries().containsValue("IN_DOUBT"))
        .count();
  }

  private Map<String, Long> counted(java.util.function.Function<Kill, String> by) {
    return kills.stream().collect(Collectors.groupingBy(by, TreeMap::new, Collectors.counting()));
  }

  /** How often each promise was broken. */
  public Map<String, Long> byPromise() {
    return violations.stream()
        .collect(
            Collectors.groupingBy(
                each -> each.promise().name(), TreeMap::new, Collectors.counting()));
  }
}
