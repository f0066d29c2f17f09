package io.enforcement.gateway.benchmarks.crash;

import io.enforcement.gateway.benchmarks.crash.Checker.Violation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What the checker says of a gateway at rest. */
public final class Judgement {

  private static final int SHOWN = 20;

  private final Evidence evidence;
  private final List<Violation> violations;
  private final int duplicates;

  /**
   * @param duplicates messages that were sent twice on purpose
   */
  Judgement(Evidence evidence, int duplicates) {
    this.evidence = evidence;
    this.violations = Checker.check(evidence);
    this.duplicates = duplicates;
  }

  /** True when every promise was kept. */
  public boolean holds() {
    return violations.isEmpty();
  }

  List<Violation> violations() {
    return violations;
  }

  /** Records whose sender holds a receipt. */
  public long acknowledged() {
    return evidence.sent().stream().filter(Sent::acknowledged).count();
  }

  /** Effects at all receivers together. */
  public long delivered() {
    return evidence.effects().values().stream().mapToLong(List::size).sum();
  }

  /** Records of which nobody knows whether they had an effect at a receiver of class C. */
  public long inDoubt() {
    return evidence.told().values().stream()
        .filter(told -> told.deliveries().containsValue("IN_DOUBT"))
        .count();
  }

  /** How often each promise was broken. */
  public Map<String, Long> byPromise() {
    return violations.stream()
        .collect(
            Collectors.groupingBy(
                each -> each.promise().name(), TreeMap::new, Collectors.counting()));
  }

  /** Counts, and the first violations if there are any. */
  public Map<String, Object> figures() {
    Map<String, Object> figures = new LinkedHashMap<>();
    figures.put("sent", evidence.sent().size());
    figures.put("acknowledged", acknowledged());
    figures.put("wrong", evidence.sent().stream().filter(Sent::wrong).count());
    figures.put("duplicates", duplicates);
    Map<String, Integer> effects = new TreeMap<>();
    evidence.effects().forEach((receiver, all) -> effects.put(receiver.name(), all.size()));
    figures.put("effects", effects);
    figures.put("inDoubt", inDoubt());
    Map<String, Integer> files = new TreeMap<>();
    evidence.files().fates().forEach((fate, all) -> files.put(fate.name(), all.size()));
    figures.put("files", files);
    figures.put("auditEvents", evidence.books().events());
    figures.put("violations", violations.size());
    figures.put("violationsByPromise", byPromise());
    figures.put(
        "firstViolations", violations.stream().limit(SHOWN).map(Violation::detail).toList());
    figures.put("holds", holds());
    return figures;
  }
}
