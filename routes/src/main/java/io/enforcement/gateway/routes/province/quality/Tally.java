package io.enforcement.gateway.routes.province.quality;

import io.enforcement.gateway.routes.province.store.QualityStore.Judged;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Counts records that were judged, and says the score. Not thread-safe. */
final class Tally {

  private static final BigDecimal BEST = BigDecimal.valueOf(100);
  private static final int DIGITS = 2;

  private final QualityRules rules;
  private final Map<String, Long> broken = new HashMap<>();
  private long checked;
  private long refused;

  Tally(QualityRules rules) {
    this.rules = rules;
  }

  void add(Judged judged, boolean wasRefused) {
    checked += judged.records();
    refused += wasRefused ? judged.records() : 0;
    dimensions(judged.broken()).forEach(d -> broken.merge(d, judged.records(), Long::sum));
  }

  /** What costs points, each once. */
  private Set<String> dimensions(List<String> brokenRules) {
    return brokenRules.stream()
        .map(BrokenRule::of)
        .filter(BrokenRule::costs)
        .map(rule -> rules.dimension(rule.id()).id())
        .collect(Collectors.toSet());
  }

  Score score(String source, String kind, String period) {
    List<Score.Part> parts =
        rules.dimensions().stream()
            .map(d -> new Score.Part(d.id(), brokenOf(d), share(checked - brokenOf(d), checked)))
            .toList();
    long weights = rules.dimensions().stream().mapToLong(Dimension::weight).sum();
    long sound =
        rules.dimensions().stream().mapToLong(d -> d.weight() * (checked - brokenOf(d))).sum();
    return new Score(
        source, kind, period, checked, refused, parts, share(sound, weights * checked));
  }

  private long brokenOf(Dimension dimension) {
    return broken.getOrDefault(dimension.id(), 0L);
  }

  private static BigDecimal share(long part, long of) {
    return BEST.multiply(BigDecimal.valueOf(part))
        .divide(BigDecimal.valueOf(of), DIGITS, RoundingMode.HALF_UP);
  }
}
