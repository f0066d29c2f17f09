package io.enforcement.gateway.benchmarks.faults;

import io.enforcement.gateway.benchmarks.crash.Judgement;
import io.enforcement.gateway.benchmarks.faults.Outcome.Status;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToLongFunction;

/**
 * What a run over the matrix found.
 *
 * @param judgements of the checker, one for each gateway that was put on stage
 */
public record FaultReport(
    FaultOptions options, List<Outcome> outcomes, List<Judgement> judgements, Duration took) {

  /** True when every row that was played fired, and every promise was kept. */
  public boolean holds() {
    return !judgements.isEmpty()
        && outcomes.stream().noneMatch(each -> each.status() == Status.FAILED)
        && judgements.stream().allMatch(Judgement::holds);
  }

  /** Kills that counted. */
  public int kills() {
    return outcomes.stream().filter(each -> each.row().equals("F1")).mapToInt(Outcome::fired).sum();
  }

  /** Everything, for a machine to read. */
  public Map<String, Object> figures() {
    Map<String, Object> figures = new LinkedHashMap<>();
    figures.put("seed", options.trial().seed());
    figures.put("seconds", took.toSeconds());
    figures.put("kills", kills());
    figures.put("acknowledged", sum(Judgement::acknowledged));
    figures.put("delivered", sum(Judgement::delivered));
    figures.put("lost", broken("NOTHING_LOST"));
    figures.put("repeated", broken("NOTHING_TWICE"));
    figures.put("inDoubt", sum(Judgement::inDoubt));
    List<Long> recoveries =
        outcomes.stream().flatMap(each -> each.recoveryMillis().stream()).sorted().toList();
    figures.put("recoveryMillisMedian", at(recoveries, 50));
    figures.put("recoveryMillis95", at(recoveries, 95));
    figures.put("recoveryMillisMost", at(recoveries, 100));
    figures.put("violationsByPromise", byPromise());
    figures.put("rows", outcomes.stream().map(Outcome::figures).toList());
    figures.put("judgements", judgements.stream().map(Judgement::figures).toList());
    figures.put("holds", holds());
    return figures;
  }

  private long sum(ToLongFunction<Judgement> figure) {
    return judgements.stream().mapToLong(figure).sum();
  }

  private long broken(String promise) {
    return byPromise().getOrDefault(promise, 0L);
  }

  private Map<String, Long> byPromise() {
    Map<String, Long> all = new TreeMap<>();
    judgements.forEach(
        each -> each.byPromise().forEach((promise, n) -> all.merge(promise, n, Long::sum)));
    return all;
  }

  private static Long at(List<Long> sorted, int percent) {
    return sorted.isEmpty() ? null : sorted.get((sorted.size() - 1) * percent / 100);
  }
}
