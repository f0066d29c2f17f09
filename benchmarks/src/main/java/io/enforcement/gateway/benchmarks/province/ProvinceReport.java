package io.enforcement.gateway.benchmarks.province;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a province run found.
 *
 * @param rows versions in the provincial tables
 * @param acts acts of which one version counts
 * @param expectedActs how many there must be
 * @param portions in their order
 * @param copySeconds of PostgreSQL's own copy of all rows
 */
public record ProvinceReport(
    ProvinceOptions options,
    long rows,
    long acts,
    long expectedActs,
    List<Portion> portions,
    double copySeconds) {

  /**
   * A portion of the records.
   *
   * @param seconds from the commit of its notes until the last one is gone
   * @param questionMillis median time of asking for an act by its key, afterwards
   */
  public record Portion(int records, double seconds, double questionMillis) {

    long perSecond() {
      return Math.round(records / seconds);
    }
  }

  /** True when every record is there once, and of every act one version counts. */
  public boolean holds() {
    return rows == options.records() && acts == expectedActs;
  }

  private double seconds() {
    return portions.stream().mapToDouble(Portion::seconds).sum();
  }

  /** Rates, their ratio, and how they changed from the first portion to the last. */
  public Map<String, Object> figures() {
    double aggregated = rows / seconds();
    double copied = rows / copySeconds;
    Portion last = portions.get(portions.size() - 1);
    Map<String, Object> figures = new LinkedHashMap<>();
    figures.put("records", options.records());
    figures.put("sources", Acts.SOURCES);
    figures.put("rows", rows);
    figures.put("acts", acts);
    figures.put("expectedActs", expectedActs);
    figures.put("aggregatedPerSecond", Math.round(aggregated));
    figures.put("copiedPerSecond", Math.round(copied));
    figures.put("ratioToCopy", hundredths(aggregated / copied));
    figures.put("portionsPerSecond", portions.stream().map(Portion::perSecond).toList());
    figures.put("rateGrowth", hundredths((double) last.perSecond() / portions.get(0).perSecond()));
    figures.put("questionMillis", portions.stream().map(Portion::questionMillis).toList());
    figures.put("holds", holds());
    return figures;
  }

  private static double hundredths(double value) {
    return Math.round(value * 100) / 100.0;
  }
}
