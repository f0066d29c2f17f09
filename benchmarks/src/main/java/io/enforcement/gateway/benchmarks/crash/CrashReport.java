package io.enforcement.gateway.benchmarks.crash;

import io.enforcement.gateway.benchmarks.gateway.Mutant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What a crash run found. */
public record CrashReport(
    CrashOptions options, List<Kill> kills, int brokerDeletions, Judgement judgement) {

  /** True when every promise was kept. */
  public boolean holds() {
    return judgement.holds();
  }

  /** Counts, and the first violations if there are any. */
  public Map<String, Object> figures() {
    Map<String, Object> figures = new LinkedHashMap<>();
    figures.put("seed", options.trial().seed());
    figures.put("mutant", options.mutant().map(Mutant::title).orElse(null));
    figures.put("kills", kills.size());
    figures.put("killsByMoment", counted(kill -> kill.moment().name()));
    figures.put("leastPerSecond", kills.stream().mapToInt(Kill::perSecond).min().orElse(0));
    figures.put("brokerDeletions", brokerDeletions);
    figures.put("restartMillis", kills.stream().map(Kill::restartMillis).toList());
    figures.putAll(judgement.figures());
    return figures;
  }

  private Map<String, Long> counted(Function<Kill, String> by) {
    return kills.stream().collect(Collectors.groupingBy(by, TreeMap::new, Collectors.counting()));
  }
}
