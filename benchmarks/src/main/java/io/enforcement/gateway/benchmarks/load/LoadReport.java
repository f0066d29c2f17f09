package io.enforcement.gateway.benchmarks.load;

import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What a load run found, as a table for people and as a map for machines. */
public final class LoadReport {

  static final String GATEWAY = "gateway";

  private final LoadOptions options;
  private final Duration took;
  private final Map<String, Map<String, Object>> targets = new LinkedHashMap<>();
  private final Optional<Measured> fasterNaive;
  private final Optional<Double> ratio;

  LoadReport(LoadOptions options, List<Measured> all, Duration took) {
    this.options = options;
    this.took = took;
    all.forEach(each -> targets.put(each.target().title(), figures(each)));
    Optional<Measured> gateway = all.stream().filter(LoadReport::isGateway).findFirst();
    fasterNaive =
        all.stream()
            .filter(each -> !isGateway(each))
            .max(Comparator.comparingDouble(Measured::median));
    ratio =
        gateway.flatMap(g -> fasterNaive.map(f -> Medians.ofRatios(g.perSecond(), f.perSecond())));
  }

  private static boolean isGateway(Measured measured) {
    return measured.target().title().equals(GATEWAY);
  }

  private static Map<String, Object> figures(Measured each) {
    Map<String, Object> figures = new LinkedHashMap<>();
    figures.put("receivers", each.target().receivers());
    figures.put("messagesPerSecond", rounded(each.median()));
    figures.put("passes", each.perSecond().stream().map(LoadReport::rounded).toList());
    each.latencies()
        .forEach(
            (name, outcome) -> {
              figures.put(name + "P50Millis", rounded(outcome.p50Millis()));
              figures.put(name + "P99Millis", rounded(outcome.p99Millis()));
            });
    figures.put("cpuMillisPerMessage", rounded(each.cpuMillisPerMessage()));
    figures.put("peakHeapMegabytes", each.peakHeapBytes() / (1 << 20));
    Map<String, Object> shares = new LinkedHashMap<>();
    each.shares().forEach((stage, share) -> shares.put(stage, rounded(share)));
    figures.put("cpuShare", shares);
    if (!isGateway(each)) {
      figures.put("rollbackAndDeadLetter", "verified");
    }
    return figures;
  }

  private static double rounded(double value) {
    return Math.round(value * 1000) / 1000.0;
  }

  /** Everything, in an order for reading. */
  public Map<String, Object> figures() {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("seed", options.seed());
    all.put("passes", options.passes());
    all.put("secondsPerPass", options.length().toSeconds());
    all.put("clients", options.clients());
    all.put("processors", Runtime.getRuntime().availableProcessors());
    all.put("java", Runtime.version().toString());
    all.put("targets", targets);
    fasterNaive.ifPresent(f -> all.put("fasterNaive", f.target().title()));
    ratio.ifPresent(r -> all.put("ratio", rounded(r)));
    all.put("seconds", took.toSeconds());
    return all;
  }

  /** The figures as a table, one target per column. */
  public String table() {
    StringBuilder table = new StringBuilder(row("", targets.keySet().toArray()));
    List<String> plain =
        targets.values().iterator().next().keySet().stream()
            .filter(name -> !name.equals("cpuShare") && !name.equals("passes"))
            .toList();
    plain.forEach(name -> table.append(row(name, column(name))));
    Map<?, ?> stages = (Map<?, ?>) targets.values().iterator().next().get("cpuShare");
    stages.keySet().forEach(stage -> table.append(row("cpu: " + stage, share(stage))));
    ratio.ifPresent(
        r ->
            table.append(
                row("ratio to " + fasterNaive.orElseThrow().target().title(), rounded(r))));
    return table.toString();
  }

  private Object[] column(String name) {
    return targets.values().stream().map(each -> each.getOrDefault(name, "")).toArray();
  }

  private Object[] share(Object stage) {
    return targets.values().stream()
        .map(each -> ((Map<?, ?>) each.get("cpuShare")).get(stage))
        .toArray();
  }

  private static String row(String name, Object... cells) {
    StringBuilder row = new StringBuilder(String.format(Locale.ROOT, "%-38s", name));
    for (Object cell : cells) {
      row.append(String.format(Locale.ROOT, "%26s", cell));
    }
    return row.append('\n').toString();
  }
}
