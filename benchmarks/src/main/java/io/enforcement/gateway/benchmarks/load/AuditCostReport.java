package io.enforcement.gateway.benchmarks.load;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What the chain of the audit trail costs, as a table for people and as a map for machines. */
public final class AuditCostReport {

  private final LoadOptions options;
  private final List<Double> with;
  private final List<Double> without;
  private final List<Double> more;

  AuditCostReport(LoadOptions options, Measured chain, Measured noChain) {
    this(options, chain.cpuMillisPerMessageOfPasses(), noChain.cpuMillisPerMessageOfPasses());
  }

  AuditCostReport(LoadOptions options, List<Double> with, List<Double> without) {
    this.options = options;
    this.with = with;
    this.without = without;
    this.more = Medians.ratios(with, without).stream().map(ratio -> (ratio - 1) * 100).toList();
  }

  /** Everything, in an order for reading. */
  public Map<String, Object> figures() {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("seed", options.seed());
    all.put("passes", options.passes());
    all.put("secondsPerPass", options.length().toSeconds());
    all.put("clients", options.clients());
    all.put("processors", Runtime.getRuntime().availableProcessors());
    all.put("cpuMillisPerMessageWithChain", with.stream().map(AuditCostReport::rounded).toList());
    all.put("cpuMillisPerMessageWithout", without.stream().map(AuditCostReport::rounded).toList());
    all.put("medianWithChain", rounded(Medians.of(with)));
    all.put("medianWithout", rounded(Medians.of(without)));
    all.put("costPercent", rounded(Medians.of(more)));
    all.put("costPercentLowest", rounded(Collections.min(more)));
    all.put("costPercentHighest", rounded(Collections.max(more)));
    all.put("confidence", rounded(Medians.confidenceOfRange(more.size())));
    return all;
  }

  /** The figures as a table. */
  public String table() {
    StringBuilder table = new StringBuilder();
    line(table, "CPU per message", "chain", "no chain", "more");
    for (int i = 0; i < more.size(); i++) {
      line(
          table,
          "pass " + (i + 1),
          millis(with.get(i)),
          millis(without.get(i)),
          percent(more.get(i)));
    }
    line(
        table,
        "median",
        millis(Medians.of(with)),
        millis(Medians.of(without)),
        percent(Medians.of(more)));
    return table
        .append(
            String.format(
                Locale.ROOT,
                "the chain costs %s of CPU per message; between %s and %s (%.1f %% sure)%n",
                percent(Medians.of(more)),
                percent(Collections.min(more)),
                percent(Collections.max(more)),
                100 * Medians.confidenceOfRange(more.size())))
        .toString();
  }

  private static void line(StringBuilder table, String name, String... cells) {
    table.append(String.format(Locale.ROOT, "%-18s", name));
    for (String cell : cells) {
      table.append(String.format(Locale.ROOT, "%14s", cell));
    }
    table.append('\n');
  }

  private static String millis(double value) {
    return String.format(Locale.ROOT, "%.3f ms", value);
  }

  private static String percent(double value) {
    return String.format(Locale.ROOT, "%.1f %%", value);
  }

  private static double rounded(double value) {
    return Math.round(value * 1000) / 1000.0;
  }
}
