package io.enforcement.gateway.benchmarks.year;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a year run found.
 *
 * @param records documents sent
 * @param deadlines that follow from them
 * @param differences between the two computations, in words
 * @param stretches the parts of the year, in order
 */
public record YearReport(
    YearOptions options,
    int records,
    int deadlines,
    List<String> differences,
    List<Stretch> stretches,
    Duration duration) {

  /** A question may take this much longer at the end of the year than in its first part. */
  private static final double GROWTH = 3;

  private static final int SHOWN = 20;

  /**
   * A part of the year.
   *
   * @param recordsPerSecond sent and followed to the last one
   * @param open deadlines at its end
   * @param over deadlines that had ended by then
   * @param questionMillis median time of "what is due within three days"
   * @param heapMegabytes the most that was in use
   */
  public record Stretch(
      double recordsPerSecond, long open, long over, double questionMillis, long heapMegabytes) {}

  /** True when every deadline is as it must be, and asking did not get slower. */
  public boolean holds() {
    return differences.isEmpty() && growth() <= GROWTH;
  }

  private double growth() {
    return stretches.get(stretches.size() - 1).questionMillis()
        / Math.max(1, stretches.get(0).questionMillis());
  }

  /** Counts and rates, and the first differences if there are any. */
  public Map<String, Object> figures() {
    Map<String, Object> figures = new LinkedHashMap<>();
    figures.put("seed", options.seed());
    figures.put("conversations", options.conversations());
    figures.put("records", records);
    figures.put("deadlines", deadlines);
    figures.put("differences", differences.size());
    figures.put("firstDifferences", differences.stream().limit(SHOWN).toList());
    figures.put("seconds", duration.toSeconds());
    figures.put(
        "recordsPerSecond",
        stretches.stream().map(Stretch::recordsPerSecond).map(Math::round).toList());
    figures.put("openDeadlines", stretches.stream().map(Stretch::open).toList());
    figures.put("endedDeadlines", stretches.stream().map(Stretch::over).toList());
    figures.put("questionMillis", stretches.stream().map(Stretch::questionMillis).toList());
    figures.put("questionGrowth", growth());
    figures.put("heapMegabytes", stretches.stream().map(Stretch::heapMegabytes).toList());
    figures.put("holds", holds());
    return figures;
  }
}
